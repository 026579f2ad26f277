package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalProgress;

import java.time.Instant;

/** How far a goal had come, according to one person. */
public record PlanReview(
        EntryId entryId,
        Person accordingTo,
        GoalProgress progress,
        @Nullable Integer attainment,
        @Nullable Words note,
        Instant at,
        Trail trail)
        implements PlanItem {}
