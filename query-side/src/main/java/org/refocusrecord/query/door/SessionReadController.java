package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.ReceiptJson;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.history.Remark;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** One session as it was posted, with what was said about it since. */
@RestController
@RequestMapping("/api/v1/sessions/{id}")
public final class SessionReadController {

    static final Queries QUERY = Queries.of("/sessions/{id}", QueryParameter.MIN_POSITION);

    private final LogReads log;
    private final CaseReads cases;
    private final ReadPoints points;

    /** Over this log. */
    public SessionReadController(LogReads log, CaseReads cases, ReadPoints points) {
        this.log = log;
        this.cases = cases;
        this.points = points;
    }

    /**
     * The session: its header, its entries in order, its receipt, and all that was ever said about
     * it, what was taken back marked as such.
     */
    record Session(
            CommandId sessionId,
            Event session,
            List<Event> entries,
            ReceiptJson.OfSession receipt,
            List<ShownRemark> corrections) {}

    /** The session. */
    @GetMapping
    public ResponseEntity<byte[]> session(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request);
        CommandId sessionId = PathIds.of(id, CommandId::new, ProblemCode.SESSION_UNKNOWN);
        ReadPoint point = points.of(query);
        Asking asking = cases.asks(caller, purpose, What.SESSION, query);
        List<RecordedEvent> events = log.command(sessionId);
        if (events.isEmpty() || !(events.getFirst().event() instanceof SessionHeld held)) {
            throw new ProblemException(ProblemCode.SESSION_UNKNOWN);
        }
        CaseReads.OpenCase open = cases.open(asking, held.caseId(), ProblemCode.SESSION_UNKNOWN);
        Session session =
                new Session(
                        sessionId,
                        held,
                        events.stream().skip(1).map(RecordedEvent::event).toList(),
                        ReceiptJson.ofSession(log.receipt(sessionId).orElseThrow()),
                        Remark.about(events, open.history().as(null, null).remarks()).stream()
                                .map(remark -> ShownRemark.of(remark, open.history()))
                                .toList());
        return Answered.json(ViewJson.bytes(session, cases.sight(open), true), point.position());
    }
}
