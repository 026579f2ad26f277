package org.refocusrecord.query.door;

import static org.refocusrecord.query.door.AuditFilter.CASE;
import static org.refocusrecord.query.door.AuditFilter.PARTY;
import static org.refocusrecord.query.door.AuditFilter.TEAM;
import static org.refocusrecord.query.door.AuditFilter.TRUST;
import static org.refocusrecord.query.door.AuditFilter.WORKER;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.audittrail.GoalTrails;
import org.refocusrecord.query.caseload.CandidateFilter;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Who set which goal. */
@RestController
@RequestMapping("/api/v1/audit/goals")
public final class GoalAuditController {

    static final Queries GOALS =
            Queries.of(
                    "/audit/goals",
                    TRUST,
                    TEAM,
                    CASE,
                    PARTY,
                    WORKER,
                    QueryParameter.FROM,
                    QueryParameter.TO,
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final CaseReads reads;
    private final CaseWalks walks;
    private final ReadPoints points;

    /** Through these cases. */
    public GoalAuditController(CaseReads cases, CaseWalks walks, ReadPoints points) {
        this.reads = cases;
        this.walks = walks;
        this.points = points;
    }

    /** A page of goals. */
    record Goals(
            List<GoalRow> goals,
            @Nullable String next,
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            long position,
            LocalDate day) {}

    /** Who set which goal. */
    @GetMapping
    public ResponseEntity<byte[]> goals(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.AUDITS.require(caller);
        QueryValues query = points.query(GOALS, request);
        PinnedPage pinned = PinnedPage.of(query, points);
        ReadPoint point = pinned.point();
        CaseId first = pinned.caseId(0);
        int skip = pinned.number(1);
        Asking asking = reads.asks(caller, purpose, What.GOALS_AUDIT, query);
        CaseFinding.Asked which =
                new CaseFinding.Asked(query.get(CASE), query.get(TEAM), goals(query));
        GoalPage page = new GoalPage(query.limit(), query.get(CASE) != null);
        try (CaseWalk walk = walks.page(asking, point, which, first)) {
            while (!page.isFull() && walk.hasNext()) {
                walk.see(some -> {
                    for (CaseReads.OpenCase open : some) {
                        if (!page.isFull()) {
                            int from = open.caseId().equals(first) ? skip : 0;
                            page.add(open, goalsOf(open, point, query), from);
                        }
                    }
                });
            }
        }
        GoalPage.Place after = page.next();
        String next = after == null ? null : pinned.next(after.caseId(), after.index());
        if (Csv.isWanted(request)) {
            Sight sight = reads.sightOfNoText(asking, page.shown());
            byte[] table = GoalCsv.of(page.rows());
            sight.wasUsed();
            return Answered.csv(table, point.position(), Answered.next(request, next));
        }
        Goals goals =
                new Goals(
                        page.rows(),
                        next,
                        point.asOf(),
                        point.knownAt(),
                        point.position(),
                        point.day());
        return Answered.json(
                ViewJson.bytes(goals, reads.auditorsSight(asking, page.shown(), goals), false),
                point.position());
    }

    private static CandidateFilter.Goals goals(QueryValues query) {
        return new CandidateFilter.Goals(
                query.get(PARTY),
                query.get(WORKER),
                query.get(QueryParameter.FROM),
                query.get(QueryParameter.TO));
    }

    private List<GoalRow> goalsOf(CaseReads.OpenCase open, ReadPoint point, QueryValues query) {
        Line line = open.at(point);
        CaseSummary summary = CaseSummary.of(line, point.day());
        if (!AuditFilter.isOf(query, open.history(), summary.teamId())) {
            return List.of();
        }
        Instant from = query.get(QueryParameter.FROM);
        Instant to = query.get(QueryParameter.TO);
        return GoalTrails.of(line).stream()
                .filter(goal -> from == null || !goal.at().isBefore(from))
                .filter(goal -> to == null || !goal.at().isAfter(to))
                .filter(goal -> AuditFilter.involves(query, goal.people()))
                .map(goal -> GoalRow.of(goal, summary.teamId()))
                .toList();
    }
}
