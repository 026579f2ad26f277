package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Within;

import java.time.LocalDate;
import java.util.List;

/**
 * A goal was set: whose it is, who proposed it, who set it and who agreed.
 *
 * <p>Four people may stand at one goal: whose it is, who proposed it, who set it, who typed it.
 * {@code importance} (1 to 5) and {@code confidence} (0 to 10) are the person's own rating.
 */
@EventType(
        name = "goal.set",
        revision = 1,
        door = "GOAL_SET",
        meaning = "A goal was set: whose it is, who proposed it, who set it and who agreed.")
public record GoalSet(
        EntryId entryId,
        GoalId goalId,
        Words statement,
        Whose whose,
        Person proposedBy,
        List<Person> setBy,
        @Nullable List<Acceptance> acceptance,
        @Nullable Orientation orientation,
        @Nullable List<ItemId> arisesFrom,
        @Within(min = 1, max = 5) @Nullable Integer importance,
        @Within(min = 0, max = 10) @Nullable Integer confidence,
        @Nullable LocalDate reviewDueOn)
        implements GoalEvent {}
