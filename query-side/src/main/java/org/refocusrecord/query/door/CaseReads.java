package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.caseload.CaseRights;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.Rosters;
import org.refocusrecord.query.team.TeamArms;
import org.refocusrecord.query.team.TeamRosters;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cases as they stand in the log, for whoever may read them; what is out of scope looks as if it
 * were not there.
 */
public final class CaseReads {

    private final LogReads log;
    private final ReadPoints points;

    /** Over this log. */
    public CaseReads(LogReads log, ReadPoints points) {
        this.log = log;
        this.points = points;
    }

    /**
     * A case that somebody reads.
     *
     * @param stream all its events up to the log's head, or to where it was cut
     */
    public record OpenCase(
            CaseId caseId, Reader reader, List<RecordedEvent> stream, CaseHistory history) {

        /** The case as it stood at a point. */
        public Line at(ReadPoint point) {
            return history.as(point.asOf(), point.knownAt());
        }
    }

    /** Opens a case for a reader. */
    public OpenCase open(
            Caller caller, @Nullable Purpose purpose, CaseId caseId, ProblemCode unknown) {
        return openIfInScope(caller, purpose, caseId)
                .orElseThrow(() -> new ProblemException(unknown));
    }

    /** An open case up to one of its events: what came later is no part of it. */
    public OpenCase upTo(OpenCase open, long sequence) {
        List<RecordedEvent> stream =
                open.stream().stream().filter(event -> event.sequence() <= sequence).toList();
        return stream.size() == open.stream().size()
                ? open
                : new OpenCase(
                        open.caseId(),
                        open.reader(),
                        stream,
                        CaseHistory.of(stream, points.zone()));
    }

    /** Opens a case for a reader; empty where it is out of scope or not there. */
    public Optional<OpenCase> openIfInScope(
            Caller caller, @Nullable Purpose purpose, CaseId caseId) {
        return openIfInScope(caller, purpose, caseId, log.stream("case/" + caseId), rosters());
    }

    /** Those of some cases that are in scope and there, in the order in which they were named. */
    List<OpenCase> openThoseInScope(Caller caller, @Nullable Purpose purpose, List<CaseId> cases) {
        Map<String, List<RecordedEvent>> streams =
                log.streams(cases.stream().map(id -> "case/" + id).toList());
        Rosters rosters = rosters();
        List<OpenCase> open = new ArrayList<>();
        for (CaseId caseId : cases) {
            List<RecordedEvent> stream = streams.getOrDefault("case/" + caseId, List.of());
            openIfInScope(caller, purpose, caseId, stream, rosters).ifPresent(open::add);
        }
        return open;
    }

    private Rosters rosters() {
        return new TeamRosters(log::stream, null, points.zone());
    }

    private Optional<OpenCase> openIfInScope(
            Caller caller,
            @Nullable Purpose purpose,
            CaseId caseId,
            List<RecordedEvent> stream,
            Rosters rosters) {
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        CaseHistory history = CaseHistory.of(stream, points.zone());
        CaseRights rights =
                CaseRights.of(
                        caller, history.trust(), history.as(null, null), points.today(), rosters);
        return rights.any()
                ? Optional.of(
                        new OpenCase(caseId, Reader.of(caller, rights, purpose), stream, history))
                : Optional.empty();
    }

    /** Those of the next events after a sequence that an earlier program wrote in its own form. */
    Map<Long, StoredForm> earlierForms(CaseId caseId, long after, int limit) {
        String stream = "case/" + caseId;
        return StoredForm.in(stream, () -> log.stored(stream, after, limit));
    }

    /** Whether a clinical system writes in the case: it reads no record, and sees its receipts. */
    public boolean isWrittenBy(Caller caller, CaseId caseId) {
        List<RecordedEvent> stream = log.stream("case/" + caseId);
        if (!caller.is(Role.CLINICAL_SYSTEM) || stream.isEmpty()) {
            return false;
        }
        CaseHistory history = CaseHistory.of(stream, points.zone());
        TeamId team = CaseSummary.of(history.as(null, null), points.today()).teamId();
        return history.trust().equals(caller.trust())
                && (caller.teams() == null || (team != null && caller.namesTeam(team)));
    }

    /** Who was in which team, as it was known at a point. */
    public Rosters rosters(ReadPoint point) {
        return new TeamRosters(log::stream, point.knownAt(), points.zone());
    }

    /** In which arm teams were, as it was known at a point. */
    TeamArms arms(ReadPoint point) {
        return new TeamArms(log::stream, point.knownAt(), points.zone());
    }

    /** What a reader sees of the texts of a case. */
    public Sight sight(OpenCase open) {
        return sight(open.reader(), List.of(open.history()));
    }

    /** The same of texts that somebody has at hand. */
    public Sight sight(OpenCase open, Texts texts) {
        return new ReaderSight(open.reader(), List.of(open.history()), texts);
    }

    /** What a reader sees of the texts of several cases. */
    Sight sight(Reader reader, Collection<CaseHistory> cases) {
        Set<EventId> events = new HashSet<>();
        cases.forEach(history -> events.addAll(history.seenBy().keySet()));
        return new ReaderSight(reader, cases, log.texts(events));
    }
}
