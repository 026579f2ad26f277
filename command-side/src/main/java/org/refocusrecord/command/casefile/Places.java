package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
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

/**
 * Where things stand on the line: a session when it happened, a dated command at the start of its
 * day.
 */
final class Places {

    private Places() {}

    /**
     * The own place of an event; null where it has none: an entry stands with its session, an
     * undated command at its record time.
     */
    static @Nullable Instant of(CaseEvent event, ZoneId zone) {
        return switch (event) {
            case SessionHeld held -> held.occurredAt();
            case OwnEntriesWritten written -> written.occurredAt();
            case CaseFileEvent dated -> day(dated).atStartOfDay(zone).toInstant();
            case Entry _ -> null;
            case CorrectionEvent _ -> null;
        };
    }

    private static LocalDate day(CaseFileEvent event) {
        return switch (event) {
            case CaseOpened e -> e.openedOn();
            case CareCoordinatorAssigned e -> e.from();
            case CaseTransferred e -> e.on();
            case CaseClosed e -> e.on();
            case CaseReopened e -> e.on();
            case DeathNoted e -> e.on();
            case CrisisPlanNoted e -> e.on();
        };
    }
}
