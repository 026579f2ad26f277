package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.notices.CaseNotices;
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

import java.time.Duration;

/** The care plan of a person, as it stood. */
@RestController
@RequestMapping("/api/v1/cases/{id}/care-plan")
public final class CarePlanController {

    /** What is shown beside what holds. */
    enum More {
        all
    }

    static final QueryParameter<More> INCLUDE =
            QueryParameter.code(
                    "include", "all: also what was withdrawn, removed or in error.", More.class);

    static final Queries QUERY =
            Queries.of(
                    "/cases/{id}/care-plan",
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    INCLUDE,
                    QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final ReadPoints points;
    private final Duration lateAfter;

    /** Reads cases; a session is late after so long. */
    public CarePlanController(CaseReads cases, ReadPoints points, ReadSettings settings) {
        this.cases = cases;
        this.points = points;
        this.lateAfter = settings.lateAfter();
    }

    /** The plan. */
    @GetMapping
    public ResponseEntity<byte[]> plan(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        ReadPoint point = points.of(query);
        Asking asking = cases.asks(caller, purpose, What.CARE_PLAN, query);
        CaseReads.OpenCase open = cases.open(asking, caseId, ProblemCode.CASE_UNKNOWN);
        boolean all = query.get(INCLUDE) != null;
        Line line = open.at(point);
        CarePlan plan =
                CarePlan.of(
                        line,
                        all ? Include.ALL : Include.LIVE,
                        CaseNotices.of(line, lateAfter, cases.rosters(point)),
                        point.position());
        return Answered.json(ViewJson.bytes(plan, cases.sight(open), all), point.position());
    }
}
