package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.TeamHistory;
import org.refocusrecord.query.team.TeamRoster;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Cases as they stand in the log, for whoever may read them; what is out of scope looks as if it
 * were not there.
 */
public final class CaseReads {

    private final EventLog log;
    private final ReadPoints points;
    private final CaseScope scope;

    /** Over this log. */
    public CaseReads(EventLog log, ReadPoints points) {
        this.log = log;
        this.points = points;
        this.scope = new CaseScope(this::isOnRoster);
    }

    /** A case that somebody reads. */
    record OpenCase(CaseId caseId, Reader reader, List<RecordedEvent> stream, CaseHistory history) {

        /** The case as it stood at a point. */
        Line at(ReadPoint point) {
            return history.as(point.asOf(), point.knownAt());
        }
    }

    /** Asks for a role that reads records at all, before anything else is looked at. */
    static void requireReader(Caller caller) {
        caller.require(Role.WORKER, Role.TEAM_LEADER, Role.AUDITOR, Role.SERVICE_USER);
    }

    /** Opens a case for a reader. */
    OpenCase open(Caller caller, @Nullable Purpose purpose, CaseId caseId, ProblemCode unknown) {
        requireReader(caller);
        return openIfInScope(caller, purpose, caseId)
                .orElseThrow(() -> new ProblemException(unknown));
    }

    Optional<OpenCase> openIfInScope(Caller caller, @Nullable Purpose purpose, CaseId caseId) {
        List<RecordedEvent> stream = log.stream("case/" + caseId);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        CaseHistory history = CaseHistory.of(stream, points.zone());
        Line now = history.as(null, null);
        return scope.reader(caller, now, points.now(), points.today(), purpose)
                .map(reader -> new OpenCase(caseId, reader, stream, history));
    }

    /** What a reader sees of the texts of a case. */
    Sight sight(OpenCase open) {
        return new Sight(
                open.reader(),
                open.history().seenBy(),
                log.texts(open.history().seenBy().keySet()));
    }

    private boolean isOnRoster(TeamId team, Person worker, LocalDate day) {
        List<RecordedEvent> stream = log.stream("team/" + team);
        return !stream.isEmpty()
                && TeamRoster.of(TeamHistory.of(stream, points.zone()).as(null, null))
                        .on(day)
                        .stream()
                        .anyMatch(member -> member.workerId().toString().equals(worker.id()));
    }
}
