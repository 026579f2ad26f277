package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.SeenBy;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a case is in the scope of a reader: the own caseload of a worker, the team of a leader,
 * the trust of an auditor, the own record of the person. Reading follows the case's team of today;
 * a care coordinator or key worker reads wherever the case is.
 */
final class CaseScope {

    private static final Duration RECENT = Duration.ofDays(90);

    /** Whether a worker is on the roster of a team on a day. */
    interface Rosters {
        boolean isOn(TeamId team, Person worker, LocalDate day);
    }

    private final Rosters rosters;

    CaseScope(Rosters rosters) {
        this.rosters = rosters;
    }

    /** The reader of a case as it stands now, or empty where it is out of scope. */
    Optional<Reader> reader(
            Caller caller, Line now, Instant moment, LocalDate today, @Nullable Purpose purpose) {
        CaseSummary summary = CaseSummary.of(now, today);
        boolean person =
                caller.roles().contains(Role.SERVICE_USER)
                        && now.serviceUserId().equals(caller.serviceUserId());
        boolean staff = isOfStaff(caller, now, summary, moment, today);
        boolean auditor = isOfAuditor(caller, summary);
        if (!person && !staff && !auditor) {
            return Optional.empty();
        }
        Reader reader = Reader.of(caller, person, staff, purpose);
        return Optional.of(new Reader(reader.person(), reader.staff(), auditor, reader.purpose()));
    }

    private static boolean isOfAuditor(Caller caller, CaseSummary summary) {
        return caller.roles().contains(Role.AUDITOR)
                && summary.trust() != null
                && summary.trust().equals(caller.trust())
                && (caller.teams() == null
                        || (summary.teamId() != null && caller.teams().contains(summary.teamId())));
    }

    private boolean isOfStaff(
            Caller caller, Line now, CaseSummary summary, Instant moment, LocalDate today) {
        TeamId team = summary.teamId();
        boolean leads =
                caller.roles().contains(Role.TEAM_LEADER)
                        && caller.teams() != null
                        && team != null
                        && caller.teams().contains(team);
        if (leads) {
            return true;
        }
        if (!caller.roles().contains(Role.WORKER) || caller.workerId() == null) {
            return false;
        }
        Person worker = new Person(Party.STAFF, caller.workerId().toString());
        return worker.equals(summary.careCoordinator())
                || worker.equals(summary.keyWorker())
                || (team != null
                        && rosters.isOn(team, worker, today)
                        && metRecently(now, worker, moment));
    }

    /** As first posted: an amendment may take people away, never add any. */
    private static boolean metRecently(Line now, Person worker, Instant moment) {
        Instant since = moment.minus(RECENT);
        for (Fact fact : now.live()) {
            if (fact.event() instanceof SessionHeld && !fact.place().isBefore(since)) {
                SeenBy people = now.seenBy().get(fact.recorded().eventId());
                if (people != null && people.includes(worker)) {
                    return true;
                }
            }
        }
        return false;
    }
}
