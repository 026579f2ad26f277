package org.refocusrecord.query.audittrail;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.query.careplan.PlanAcceptance;
import org.refocusrecord.query.history.Evidence;

import java.time.Instant;

/** Somebody's latest answer to a goal, and how it is known. */
public record AcceptanceTrail(
        Person party,
        AcceptanceAnswer answer,
        @Nullable AcceptanceHow how,
        Instant at,
        Evidence evidence) {

    static AcceptanceTrail of(PlanAcceptance acceptance) {
        return new AcceptanceTrail(
                acceptance.party(),
                acceptance.answer(),
                acceptance.how(),
                acceptance.at(),
                acceptance.trail().evidence());
    }
}
