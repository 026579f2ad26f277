package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.problem.ProblemCode;
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
import java.util.Map;

/** One case event by event: a page of JSON, or, for whoever asks for it, a line an event. */
@RestController
@RequestMapping("/api/v1/cases/{id}/events")
public final class CaseEventsController {

    private static final int MOST = 1_000_000_000;

    static final QueryParameter<Integer> AFTER =
            QueryParameter.number("after", "The events after this sequence.", 0, MOST);

    static final Queries QUERY =
            Queries.of(
                    "/cases/{id}/events", AFTER, QueryParameter.LIMIT, QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final ReadPoints points;

    /** Reads cases. */
    public CaseEventsController(CaseReads cases, ReadPoints points) {
        this.cases = cases;
        this.points = points;
    }

    /** A page of events; {@code next} is the sequence to ask for after, null at the end. */
    record Page(List<ShownEvent> events, @Nullable Long next) {}

    /** The events of the case. */
    @GetMapping
    public ResponseEntity<byte[]> events(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        ReadPoint point = points.of(query);
        Asking asking = cases.asks(caller, purpose, What.EVENTS, query);
        CaseReads.OpenCase open = cases.open(asking, caseId, ProblemCode.CASE_UNKNOWN);
        Page page = page(open, query);
        Sight sight = cases.sight(open);
        return Answered.wantsLines(request)
                ? Answered.lines(page.events(), sight, point.position(), nextOf(query, page, point))
                : Answered.json(ViewJson.bytes(page, sight, true), point.position());
    }

    /** Of a log that has come as far as this answer, whoever is asked. */
    private static @Nullable String nextOf(QueryValues query, Page page, ReadPoint point) {
        return page.next() == null
                ? null
                : "?after=%d&limit=%d&minPosition=%d"
                        .formatted(page.next(), query.limit(), point.position());
    }

    private Page page(CaseReads.OpenCase open, QueryValues query) {
        Integer asked = query.get(AFTER);
        long after = asked == null ? -1 : asked;
        Map<Long, StoredForm> earlier = cases.earlierForms(open.caseId(), after, query.limit());
        List<ShownEvent> shown =
                open.stream().stream()
                        .filter(event -> event.sequence() > after)
                        .limit(query.limit())
                        .map(event -> ShownEvent.of(event, open.history(), earlier))
                        .toList();
        long last = shown.isEmpty() ? after : shown.getLast().sequence();
        return new Page(shown, last < open.stream().getLast().sequence() ? last : null);
    }
}
