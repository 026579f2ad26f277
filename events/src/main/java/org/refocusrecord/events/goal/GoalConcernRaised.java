package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

/** One person's concern about a goal: an attributed view, never a status or a veto. */
@EventType(
        name = "goal.concern-raised",
        revision = 1,
        door = "GOAL_CONCERN",
        meaning =
                "One person's concern about a goal: an attributed view, never a status or a "
                        + "veto.")
public record GoalConcernRaised(
        EntryId entryId,
        GoalId goalId,
        Person by,
        Concern concern,
        @Nullable Words words,
        @Nullable Words whatWouldHelp)
        implements GoalEvent {}
