package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.record.CaseSummary.State;

import java.time.Instant;
import java.time.LocalDate;

/** A case in a list, as of today. */
public record CaseListed(
        CaseId caseId,
        ServiceUserId serviceUserId,
        @Nullable TeamId teamId,
        @Nullable Person careCoordinator,
        LocalDate openedOn,
        State state,
        @Nullable Instant lastSessionAt,
        long version) {}
