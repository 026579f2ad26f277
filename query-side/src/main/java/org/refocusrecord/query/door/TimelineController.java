package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.history.Standing;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.timeline.Timeline;
import org.refocusrecord.query.timeline.TimelineItem;
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

import java.time.Instant;
import java.util.List;

/** What happened in a case, one thing after the other. */
@RestController
@RequestMapping("/api/v1/cases/{id}/timeline")
public final class TimelineController {

    static final Queries QUERY =
            Queries.of(
                    "/cases/{id}/timeline",
                    QueryParameter.FROM,
                    QueryParameter.TO,
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    CarePlanController.INCLUDE,
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final ReadPoints points;

    /** Reads cases. */
    public TimelineController(CaseReads cases, ReadPoints points) {
        this.cases = cases;
        this.points = points;
    }

    /** A page of what happened, in the order of the line. */
    record Page(
            List<TimelineItem> items,
            @Nullable String next,
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            long position) {}

    /** What happened. */
    @GetMapping
    public ResponseEntity<byte[]> timeline(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        PinnedPage pinned = PinnedPage.of(query, points, 1);
        ReadPoint point = pinned.point();
        Asking asking = cases.asks(caller, purpose, What.TIMELINE, query);
        CaseReads.OpenCase open = cases.open(asking, caseId, ProblemCode.CASE_UNKNOWN);
        boolean all = query.get(CarePlanController.INCLUDE) != null;
        List<TimelineItem> items =
                Timeline.of(open.at(point), open.history()).stream()
                        .filter(item -> all || item.standing() == Standing.LIVE)
                        .filter(item -> isWithin(item, query))
                        .toList();
        int first = Math.min(pinned.number(0), items.size());
        int end = Math.min(first + query.limit(), items.size());
        return Answered.json(
                ViewJson.bytes(
                        new Page(
                                items.subList(first, end),
                                end < items.size() ? pinned.next(end) : null,
                                point.asOf(),
                                point.knownAt(),
                                point.position()),
                        cases.sight(open),
                        all),
                point.position());
    }

    private static boolean isWithin(TimelineItem item, QueryValues query) {
        Instant from = query.get(QueryParameter.FROM);
        Instant to = query.get(QueryParameter.TO);
        return (from == null || !item.occurredAt().isBefore(from))
                && (to == null || !item.occurredAt().isAfter(to));
    }
}
