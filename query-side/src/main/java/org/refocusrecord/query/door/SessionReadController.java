package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.query.door.CaseReadController.Shown;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** One session as it was posted, with what was said about it since. */
@RestController
@RequestMapping("/api/v1/sessions/{id}")
public final class SessionReadController {

    static final Queries QUERY = Queries.of("/sessions/{id}", QueryParameter.MIN_POSITION);

    private final EventLog log;
    private final CaseReads cases;
    private final ReadPoints points;

    /** Over this log. */
    public SessionReadController(EventLog log, CaseReads cases, ReadPoints points) {
        this.log = log;
        this.cases = cases;
        this.points = points;
    }

    /** The session: its header, its entries in order, its receipt, and corrections of it. */
    record Session(
            CommandId sessionId,
            Event session,
            List<Event> entries,
            Object receipt,
            List<Shown> corrections) {}

    /** The session. */
    @GetMapping
    public ResponseEntity<byte[]> session(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        CaseReads.requireReader(caller);
        CommandId sessionId = PathIds.of(id, CommandId::new, ProblemCode.SESSION_UNKNOWN);
        ReadPoint point = points.of(points.query(QUERY, request));
        List<RecordedEvent> events = log.command(sessionId);
        if (events.isEmpty() || !(events.getFirst().event() instanceof SessionHeld held)) {
            throw new ProblemException(ProblemCode.SESSION_UNKNOWN);
        }
        CaseId caseId = held.caseId();
        CaseReads.OpenCase open = cases.open(caller, purpose, caseId, ProblemCode.SESSION_UNKNOWN);
        List<Event> entries = events.stream().skip(1).map(RecordedEvent::event).toList();
        List<Shown> corrections =
                open.stream().stream()
                        .filter(event -> isAbout(event, events))
                        .map(Shown::of)
                        .toList();
        return Answered.json(
                ViewJson.bytes(
                        new Session(
                                sessionId,
                                held,
                                entries,
                                log.receipt(sessionId).orElseThrow(),
                                corrections),
                        cases.sight(open),
                        true),
                point.position());
    }

    private static boolean isAbout(RecordedEvent said, List<RecordedEvent> session) {
        if (!(said.event() instanceof CorrectionEvent about)) {
            return false;
        }
        UUID target =
                switch (about) {
                    case EntryAmended e -> e.target().value();
                    case EntryMarkedInError e -> e.target().value();
                    case EntryDisagreedWith e -> e.target().value();
                    case DisagreementRepliedTo _ -> null;
                    case WordsErasureAsked _ -> null;
                    case WordsErased _ -> null;
                };
        return target != null
                && session.stream()
                        .anyMatch(event ->
                                event.event() instanceof Entry entry
                                        ? entry.entryId().value().equals(target)
                                        : event.commandId().value().equals(target));
    }
}
