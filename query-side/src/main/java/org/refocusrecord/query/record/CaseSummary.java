package org.refocusrecord.query.record;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A case in a few facts, as of a day.
 *
 * @param trust the trust; null where the opening was not known or is in error
 * @param teamId the team that it belongs to on that day
 * @param openedOn when care began
 * @param lastSessionAt when the last meeting was
 * @param version how many events of the case are known
 */
public record CaseSummary(
        CaseId caseId,
        ServiceUserId serviceUserId,
        @Nullable String trust,
        @Nullable TeamId teamId,
        @Nullable Person careCoordinator,
        @Nullable Person keyWorker,
        @Nullable LocalDate openedOn,
        State state,
        @Nullable Instant lastSessionAt,
        List<TeamStay> teams,
        long version) {

    /** Whether care is open. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** The case as the line tells it, on a day. */
    public static CaseSummary of(Line line, LocalDate day) {
        CareTimes times = CareTimes.of(line);
        Leads leads = Leads.of(line);
        CaseOpened opened = opened(line);
        return new CaseSummary(
                line.caseId(),
                line.serviceUserId(),
                opened == null ? null : opened.trust(),
                times.teamOn(day),
                leads.careCoordinator(),
                leads.keyWorker(),
                opened == null ? null : opened.openedOn(),
                times.isOpen(day) ? State.OPEN : State.CLOSED,
                lastSessionAt(line),
                times.teams(),
                line.version());
    }

    private static @Nullable CaseOpened opened(Line line) {
        for (Fact fact : line.live()) {
            if (fact.event() instanceof CaseOpened opened) {
                return opened;
            }
        }
        return null;
    }

    private static @Nullable Instant lastSessionAt(Line line) {
        for (Fact fact : line.facts().reversed()) {
            if (fact.isLive() && fact.event() instanceof SessionHeld) {
                return fact.place();
            }
        }
        return null;
    }
}
