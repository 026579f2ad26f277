package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.time.LocalDate;
import java.util.List;

/** What a goal says, whose it is or what it arises from was decided anew, from this place on. */
@EventType(
        name = "goal.changed",
        revision = 1,
        door = "GOAL_CHANGED",
        meaning =
                "What a goal says, whose it is or what it arises from was decided anew, "
                        + "from this place on.")
public record GoalChanged(
        EntryId entryId,
        GoalId goalId,
        @Nullable Words statement,
        @Nullable Whose whose,
        @Nullable List<ItemId> arisesFrom,
        @Nullable LocalDate reviewDueOn,
        List<Person> decidedBy,
        @Nullable Words reason)
        implements GoalEvent {}
