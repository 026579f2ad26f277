package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Within;

import java.util.List;

/**
 * Working practice 3: staff and service user talked about goals.
 *
 * <p>The only entry that may name goals further down its own session.
 */
@EventType(
        name = "goals.talked-about",
        revision = 1,
        door = "GOAL_CONVERSATION",
        meaning = "Working practice 3: staff and service user talked about goals.")
public record GoalsTalkedAbout(
        EntryId entryId,
        GoalPhase phase,
        @Nullable List<GoalId> goals,
        @Nullable List<Style> styles,
        @Nullable List<Person> with,
        @Nullable LedBy ledBy,
        @Within(min = 1, max = 1440) @Nullable Integer minutes)
        implements WorkingPracticeEvent {}
