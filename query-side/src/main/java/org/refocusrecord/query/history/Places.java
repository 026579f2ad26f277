package org.refocusrecord.query.history;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where things stand on the line of time. */
final class Places {

    private final ZoneId zone;

    Places(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The place of something that now reads so. Only another day makes another place: the stored
     * one stays though the service's zone be set otherwise later.
     */
    Instant of(RecordedEvent recorded, CaseEvent now) {
        return switch (now) {
            case SessionHeld held -> held.occurredAt();
            case OwnEntriesWritten written -> written.occurredAt();
            case CaseFileEvent fact -> {
                LocalDate day = day(fact);
                boolean moved =
                        !(recorded.event() instanceof CaseFileEvent first
                                && day(first).equals(day));
                yield moved ? day.atStartOfDay(zone).toInstant() : recorded.occurredAt();
            }
            case Entry _ -> recorded.occurredAt();
            case CorrectionEvent _ -> recorded.recordedAt();
        };
    }

    private static LocalDate day(CaseFileEvent fact) {
        return switch (fact) {
            case CaseOpened opened -> opened.openedOn();
            case CareCoordinatorAssigned assigned -> assigned.from();
            case CaseTransferred transferred -> transferred.on();
            case CaseClosed closed -> closed.on();
            case CaseReopened reopened -> reopened.on();
            case DeathNoted death -> death.on();
            case CrisisPlanNoted plan -> plan.on();
        };
    }
}
