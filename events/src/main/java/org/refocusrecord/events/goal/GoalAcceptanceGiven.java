package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

/** One person's answer to a goal, and how it is known. */
@EventType(
        name = "goal.acceptance-given",
        revision = 1,
        door = "GOAL_ACCEPTANCE",
        meaning = "One person's answer to a goal, and how it is known.")
public record GoalAcceptanceGiven(
        EntryId entryId,
        GoalId goalId,
        Person party,
        AcceptanceAnswer answer,
        @Nullable AcceptanceHow how,
        @Nullable Words reason)
        implements GoalEvent {}
