package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.workingpractice.PreferenceAnswer;

import java.time.Instant;

/** What the service said became of a preference. */
public record PlanAnswer(
        PreferenceAnswer answer, Person by, @Nullable Words reason, Instant at, Trail trail)
        implements PlanItem {}
