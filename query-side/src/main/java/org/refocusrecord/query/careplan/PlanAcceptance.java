package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;

import java.time.Instant;

/**
 * Somebody's latest answer to a goal.
 *
 * @param at when it was given
 */
public record PlanAcceptance(
        Person party,
        AcceptanceAnswer answer,
        @Nullable AcceptanceHow how,
        @Nullable Words reason,
        Instant at,
        Trail trail)
        implements PlanItem {}
