package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.PersonsView;

import java.util.List;

/**
 * A goal was said to be no longer sought because it is finished; that it was reached is for a
 * review to say.
 */
@EventType(
        name = "goal.completed",
        revision = 1,
        door = "GOAL_STATUS",
        where = "status=COMPLETED",
        meaning =
                "A goal was said to be no longer sought because it is finished; that it was "
                        + "reached is for a review to say.")
public record GoalCompleted(
        EntryId entryId,
        GoalId goalId,
        List<Person> decidedBy,
        @Nullable PersonsView personsView,
        @Nullable Words reason)
        implements GoalStatusStated {}
