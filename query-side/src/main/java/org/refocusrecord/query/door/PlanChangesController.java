package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.changes.ClockKind;
import org.refocusrecord.query.changes.PlanChange;
import org.refocusrecord.query.changes.PlanChanges;
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

import java.time.Instant;
import java.util.List;

/** What changed in the care plan of a person between two moments. */
@RestController
@RequestMapping("/api/v1/cases/{id}/care-plan/changes")
public final class PlanChangesController {

    /** By which clock. */
    enum By {
        occurred,
        recorded
    }

    static final QueryParameter<By> CLOCK =
            QueryParameter.code(
                    "clock",
                    "occurred: when things happened (if left out); recorded: when they were"
                            + " recorded, corrections too.",
                    By.class);

    static final Queries QUERY =
            Queries.of(
                    "/cases/{id}/care-plan/changes",
                    QueryParameter.FROM,
                    QueryParameter.TO,
                    CLOCK,
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final ReadPoints points;

    /** Reads cases. */
    public PlanChangesController(CaseReads cases, ReadPoints points) {
        this.cases = cases;
        this.points = points;
    }

    /** A page of changes, in the order of the clock. */
    record Page(
            List<PlanChange> changes,
            @Nullable String next,
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            long position) {}

    /** The changes. */
    @GetMapping
    public ResponseEntity<byte[]> changes(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        PinnedPage pinned = PinnedPage.of(query, points, 2);
        ReadPoint point = pinned.point();
        Asking asking = cases.asks(caller, purpose, What.PLAN_CHANGES, query);
        CaseReads.OpenCase open = cases.open(asking, caseId, ProblemCode.CASE_UNKNOWN);
        PlanChanges.Page page =
                new PlanChanges(
                                open.history(),
                                open.at(point),
                                query.get(CLOCK) == By.recorded
                                        ? ClockKind.RECORDED
                                        : ClockKind.OCCURRED,
                                query.get(QueryParameter.FROM),
                                query.get(QueryParameter.TO))
                        .page(
                                new PlanChanges.Place(pinned.number(0), pinned.number(1)),
                                query.limit());
        PlanChanges.Place next = page.next();
        return Answered.json(
                ViewJson.bytes(
                        new Page(
                                page.changes(),
                                next == null ? null : pinned.next(next.step(), next.skip()),
                                point.asOf(),
                                point.knownAt(),
                                point.position()),
                        cases.sight(open),
                        false),
                point.position());
    }
}
