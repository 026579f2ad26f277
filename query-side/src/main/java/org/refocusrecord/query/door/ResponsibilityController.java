package org.refocusrecord.query.door;

import static org.refocusrecord.query.door.AuditFilter.CASE;
import static org.refocusrecord.query.door.AuditFilter.PARTY;
import static org.refocusrecord.query.door.AuditFilter.TEAM;
import static org.refocusrecord.query.door.AuditFilter.TRUST;
import static org.refocusrecord.query.door.AuditFilter.WORKER;
import static org.refocusrecord.query.door.ResponsibilityQuestion.BY;
import static org.refocusrecord.query.door.ResponsibilityQuestion.KIND;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.responsibility.ResponsibilityCounts;
import org.refocusrecord.query.responsibility.ResponsibilityTally;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Steps and care actions by the set of parties responsible. */
@RestController
@RequestMapping("/api/v1/audit/responsibility")
public final class ResponsibilityController {

    static final Queries RESPONSIBILITY =
            Queries.of(
                    "/audit/responsibility",
                    TRUST,
                    TEAM,
                    CASE,
                    PARTY,
                    WORKER,
                    QueryParameter.FROM,
                    QueryParameter.TO,
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    BY,
                    KIND,
                    QueryParameter.MIN_POSITION);

    private final CaseReads reads;
    private final CaseWalks walks;
    private final ReadPoints points;

    /** Through these cases. */
    public ResponsibilityController(CaseReads cases, CaseWalks walks, ReadPoints points) {
        this.reads = cases;
        this.walks = walks;
        this.points = points;
    }

    /** The counts, with the clocks and the position that they answer for. */
    record Counts(
            Map<String, Long> counts,
            Map<String, @Nullable BigDecimal> shares,
            long total,
            long outsideTable,
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            long position,
            LocalDate day) {}

    /** Steps and actions by the set of parties responsible. */
    @GetMapping
    public ResponseEntity<byte[]> responsibility(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.AUDITS.require(caller);
        QueryValues query = points.query(RESPONSIBILITY, request);
        ReadPoint point = points.of(query);
        ResponsibilityQuestion question = new ResponsibilityQuestion(query, point);
        ResponsibilityTally tally = new ResponsibilityTally();
        Asking asking = reads.asks(caller, purpose, What.RESPONSIBILITY, query);
        CountedCases counted = new CountedCases(query.get(CASE));
        CaseFinding.Asked which = new CaseFinding.Asked(query.get(CASE), query.get(TEAM));
        try (CaseWalk walk = walks.audited(asking, point, which)) {
            while (walk.hasNext()) {
                walk.see(some ->
                        counted.count(some, open -> question.counted(open).forEach(tally::add)));
            }
        }
        ResponsibilityCounts counts = tally.counts();
        return Answered.json(
                ViewJson.bytes(
                        new Counts(
                                counts.counts(),
                                counts.shares(),
                                counts.total(),
                                counts.outsideTable(),
                                point.asOf(),
                                point.knownAt(),
                                point.position(),
                                point.day()),
                        counted.sight(reads, asking),
                        false),
                point.position());
    }
}
