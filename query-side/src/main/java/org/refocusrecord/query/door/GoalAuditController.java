package org.refocusrecord.query.door;

import static org.refocusrecord.query.door.AuditFilter.CASE;
import static org.refocusrecord.query.door.AuditFilter.PARTY;
import static org.refocusrecord.query.door.AuditFilter.TEAM;
import static org.refocusrecord.query.door.AuditFilter.TRUST;
import static org.refocusrecord.query.door.AuditFilter.WORKER;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.audittrail.GoalTrails;
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
import java.util.ArrayList;
import java.util.Iterator;
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

    private final LogReads log;
    private final CaseReads reads;
    private final ReadPoints points;

    /** Over this log. */
    public GoalAuditController(LogReads log, CaseReads cases, ReadPoints points) {
        this.log = log;
        this.reads = cases;
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
        Asking asking = reads.asks(caller, purpose, What.GOALS_AUDIT, query);
        CaseWalk walk = new CaseWalk(log, reads, asking);
        List<String> place = query.place();
        ReadPoint point =
                place == null
                        ? points.of(query)
                        : ViewPoints.from(
                                place, () -> points.again(query, Instant.parse(place.get(2))));
        String afterCase =
                place == null
                        ? ""
                        : ViewPoints.from(place, () -> CaseId.of(place.get(0)).toString());
        int skip = place == null ? 0 : ViewPoints.from(place, () -> count(place.get(1)));
        List<GoalRow> rows = new ArrayList<>();
        List<CaseReads.OpenCase> shown = new ArrayList<>();
        String next = null;
        Iterator<CaseReads.OpenCase> cases = walk.cases(query.get(CASE), afterCase);
        while (cases.hasNext()) {
            CaseReads.OpenCase open = cases.next();
            List<GoalRow> found = goalsOf(open, point, query);
            int from = open.caseId().toString().equals(afterCase) ? skip : 0;
            int index = from;
            while (index < found.size() && rows.size() < query.limit()) {
                rows.add(found.get(index++));
            }
            // Of a case that was named it is shown too that it has none.
            if (index > from || query.get(CASE) != null) {
                shown.add(open);
            }
            if (index < found.size()) {
                next =
                        query.next(
                                open.caseId().toString(),
                                Integer.toString(index),
                                String.valueOf(point.knownAt()));
                break;
            }
        }
        Sight sight = reads.sight(asking, new Reader(false, null, true, purpose != null), shown);
        return Answered.json(
                ViewJson.bytes(
                        new Goals(
                                rows,
                                next,
                                point.asOf(),
                                point.knownAt(),
                                point.position(),
                                point.day()),
                        sight,
                        false),
                point.position());
    }

    /** How many goals of the case were on the pages before. */
    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 0) {
            throw new IllegalArgumentException("no count");
        }
        return count;
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
