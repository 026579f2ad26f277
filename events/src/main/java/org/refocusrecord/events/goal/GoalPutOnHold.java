package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.PersonsView;

import java.util.List;

/** A goal was put on hold. */
@EventType(
        name = "goal.put-on-hold",
        revision = 1,
        door = "GOAL_STATUS",
        where = "status=ON_HOLD",
        meaning = "A goal was put on hold.")
public record GoalPutOnHold(
        EntryId entryId,
        GoalId goalId,
        List<Person> decidedBy,
        @Nullable PersonsView personsView,
        @Nullable Words reason)
        implements GoalStatusStated {}
