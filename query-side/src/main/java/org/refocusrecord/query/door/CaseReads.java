package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.Showing;
import org.refocusrecord.query.access.What;
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
import org.refocusrecord.web.query.QueryValues;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cases as they stand in the log, for whoever may read them; what is out of scope looks as if it
 * were not there.
 */
public final class CaseReads {

    private final LogReads log;
    private final ReadPoints points;
    private final AccessLog accesses;

    /** Over this log; who reads is told to the other. */
    public CaseReads(LogReads log, ReadPoints points, AccessLog accesses) {
        this.log = log;
        this.points = points;
        this.accesses = accesses;
    }

    /** Somebody asks to be shown something of a person's record, as a query says. */
    public Asking asks(Caller caller, @Nullable Purpose purpose, What what, QueryValues query) {
        return accesses.asks(caller, purpose, what, query);
    }

    /**
     * A case that somebody reads. That it was shown is told where an answer is written by a sight
     * of it.
     *
     * @param role in which it is read
     * @param stream all its events up to the log's head, or to where it was cut
     */
    public record OpenCase(
            CaseId caseId,
            Asking asking,
            Role role,
            Reader reader,
            List<RecordedEvent> stream,
            CaseHistory history) {

        /** The case, to be shown. */
        public Showing showing() {
            return asking.showing(Map.of(caseId, role));
        }

        /** The case as it stood at a point. */
        public Line at(ReadPoint point) {
            return history.as(point.asOf(), point.knownAt());
        }
    }

    /** Opens a case that was asked for. That it is there, and out of scope, is told. */
    public OpenCase open(Asking asking, CaseId caseId, ProblemCode unknown) {
        return openIfInScope(asking, caseId).orElseThrow(() -> new ProblemException(unknown));
    }

    /** The same; empty where it is out of scope or not there. */
    public Optional<OpenCase> openIfInScope(Asking asking, CaseId caseId) {
        List<RecordedEvent> stream = log.stream("case/" + caseId);
        Optional<OpenCase> open = opened(asking, caseId, stream, rosters());
        if (open.isEmpty() && !stream.isEmpty()) {
            asking.refused(caseId);
        }
        return open;
    }

    /**
     * Those of some cases that are in scope and there, in the order in which they were given.
     * Nobody named them: passing by what is out of scope tells nothing.
     */
    List<OpenCase> openThoseInScope(Asking asking, List<CaseId> cases) {
        Map<String, List<RecordedEvent>> streams =
                log.streams(cases.stream().map(id -> "case/" + id).toList());
        Rosters rosters = rosters();
        List<OpenCase> open = new ArrayList<>();
        for (CaseId caseId : cases) {
            List<RecordedEvent> stream = streams.getOrDefault("case/" + caseId, List.of());
            opened(asking, caseId, stream, rosters).ifPresent(open::add);
        }
        return open;
    }

    private Rosters rosters() {
        return new TeamRosters(log::stream, null, points.zone());
    }

    /** An open case up to one of its events: what came later is no part of it. */
    public OpenCase upTo(OpenCase open, long sequence) {
        List<RecordedEvent> stream =
                open.stream().stream().filter(event -> event.sequence() <= sequence).toList();
        return stream.size() == open.stream().size()
                ? open
                : new OpenCase(
                        open.caseId(),
                        open.asking(),
                        open.role(),
                        open.reader(),
                        stream,
                        CaseHistory.of(stream, points.zone()));
    }

    private Optional<OpenCase> opened(
            Asking asking, CaseId caseId, List<RecordedEvent> stream, Rosters rosters) {
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        CaseHistory history = CaseHistory.of(stream, points.zone());
        CaseRights rights =
                CaseRights.of(
                        asking.caller(),
                        history.trust(),
                        history.as(null, null),
                        points.today(),
                        rosters);
        return rights.any()
                ? Optional.of(
                        new OpenCase(
                                caseId,
                                asking,
                                Asking.first(rights.roles()),
                                Reader.of(asking.caller(), rights, asking.purpose()),
                                stream,
                                history))
                : Optional.empty();
    }

    /** Those of the next events after a sequence that an earlier program wrote in its own form. */
    Map<Long, StoredForm> earlierForms(CaseId caseId, long after, int limit) {
        String stream = "case/" + caseId;
        return StoredForm.in(stream, () -> log.stored(stream, after, limit));
    }

    /**
     * Somebody asks for what the log says of a case from outside, as proofs do: shown to whoever
     * may read it, and to a clinical system that writes in it, though that reads no record.
     */
    public Optional<Showing> fromOutside(Asking asking, CaseId caseId) {
        List<RecordedEvent> stream = log.stream("case/" + caseId);
        Optional<Showing> showing =
                opened(asking, caseId, stream, rosters()).map(OpenCase::showing);
        if (showing.isPresent() || stream.isEmpty()) {
            return showing;
        }
        if (isWrittenBy(asking.caller(), stream)) {
            return Optional.of(asking.showing(Map.of(caseId, Role.CLINICAL_SYSTEM)));
        }
        asking.refused(caseId);
        return Optional.empty();
    }

    private boolean isWrittenBy(Caller caller, List<RecordedEvent> stream) {
        if (!caller.is(Role.CLINICAL_SYSTEM)) {
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
        return sight(open, log.texts(open.history().seenBy().keySet()));
    }

    /** The same of texts that somebody has at hand. */
    public Sight sight(OpenCase open, Texts texts) {
        return sight(open, texts, open.showing());
    }

    /** The same; that they are shown is told for several cases at once, by {@link #showing}. */
    static Sight untoldSight(OpenCase open, Texts texts) {
        return sight(open, texts, Showing.ofNobody());
    }

    private static Sight sight(OpenCase open, Texts texts, Showing showing) {
        return new ReaderSight(open.reader(), List.of(open.history()), texts, showing);
    }

    /** Some cases, to be shown together. */
    static Showing showing(Asking asking, List<OpenCase> some) {
        return asking.showing(
                some.stream().collect(Collectors.toMap(OpenCase::caseId, OpenCase::role)));
    }

    /** What an auditor sees of the texts of a view, in which cases are shown together. */
    Sight auditorsSight(Asking asking, Map<CaseId, Role> shown, Object view) {
        return new ReaderSight(
                new Reader(false, null, true, asking.purpose() != null),
                List.of(),
                log.texts(WantedTexts.of(view)),
                asking.showing(shown));
    }

    /** Of cases of which no text is shown: what is shown of them all the same is told. */
    Sight sightOfNoText(Asking asking, Map<CaseId, Role> shown) {
        return new ReaderSight(
                Reader.OF_NO_TEXT, List.of(), log.texts(Set.of()), asking.showing(shown));
    }
}
