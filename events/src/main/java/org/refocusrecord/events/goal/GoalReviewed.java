package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Within;

/**
 * How far a goal has come, according to one person.
 *
 * <p>{@code attainment} (-2 to 2) is the person's own rating of goal attainment and is given only
 * where the review is according to the person.
 */
@EventType(
        name = "goal.reviewed",
        revision = 1,
        door = "GOAL_REVIEW",
        meaning = "How far a goal has come, according to one person.")
public record GoalReviewed(
        EntryId entryId,
        GoalId goalId,
        Person accordingTo,
        GoalProgress progress,
        @Within(min = -2, max = 2) @Nullable Integer attainment,
        @Nullable Words note)
        implements GoalEvent {}
