package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.CaseSummary.State;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A case in a list, as of a day. */
public record CaseListed(
        CaseId caseId,
        ServiceUserId serviceUserId,
        @Nullable TeamId teamId,
        @Nullable Person careCoordinator,
        LocalDate openedOn,
        State state,
        @Nullable Instant lastSessionAt,
        long version) {

    /** The case as the line tells it, on a day; empty where it was not known to be opened. */
    public static Optional<CaseListed> of(CaseSummary summary) {
        return summary.openedOn() == null
                ? Optional.empty()
                : Optional.of(
                        new CaseListed(
                                summary.caseId(),
                                summary.serviceUserId(),
                                summary.teamId(),
                                summary.careCoordinator(),
                                summary.openedOn(),
                                summary.state(),
                                summary.lastSessionAt(),
                                summary.version()));
    }
}
