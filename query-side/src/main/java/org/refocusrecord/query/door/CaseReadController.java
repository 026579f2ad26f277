package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.TeamStay;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.IfMatch;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One case in a few facts. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
public final class CaseReadController {

    static final Queries QUERY = Queries.of("/cases/{id}", QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final ReadPoints points;

    /** Reads cases. */
    public CaseReadController(CaseReads cases, ReadPoints points) {
        this.cases = cases;
        this.points = points;
    }

    /** A case as it is listed, with its teams, on a day. */
    record Summary(
            CaseId caseId,
            ServiceUserId serviceUserId,
            @Nullable TeamId teamId,
            @Nullable Person careCoordinator,
            @Nullable LocalDate openedOn,
            CaseSummary.State state,
            @Nullable Instant lastSessionAt,
            long version,
            List<TeamStay> teams,
            LocalDate day) {

        static Summary of(CaseSummary summary, LocalDate day) {
            return new Summary(
                    summary.caseId(),
                    summary.serviceUserId(),
                    summary.teamId(),
                    summary.careCoordinator(),
                    summary.openedOn(),
                    summary.state(),
                    summary.lastSessionAt(),
                    summary.version(),
                    summary.teams(),
                    day);
        }
    }

    /** The case in a few facts. */
    @GetMapping
    public ResponseEntity<byte[]> summary(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        ReadPoint point = points.of(query);
        Asking asking = cases.asks(caller, purpose, What.CASE, query);
        CaseReads.OpenCase open = cases.open(asking, caseId, ProblemCode.CASE_UNKNOWN);
        CaseSummary summary = CaseSummary.of(open.at(point), point.day());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Position", Long.toString(point.position()))
                .eTag(IfMatch.etag(summary.version()))
                .body(
                        ViewJson.bytes(
                                Summary.of(summary, point.day()),
                                cases.sightOfNoText(asking, List.of(open)),
                                false));
    }
}
