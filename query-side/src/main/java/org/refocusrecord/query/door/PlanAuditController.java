package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.planaudit.AuditTable;
import org.refocusrecord.query.planaudit.PlanAtDate;
import org.refocusrecord.query.planaudit.ResponsibilityPicture;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The casenote audit: many people's plans at a few dates, action by action and as a table. */
@RestController
@RequestMapping("/api/v1/audit")
public final class PlanAuditController {

    static final Queries ACTIONS = question("/audit/plan-actions");
    static final Queries TABLE = question("/audit/plan-responsibility");

    private final CaseReads reads;
    private final CaseWalks walks;
    private final ReadPoints points;

    /** Through these cases. */
    public PlanAuditController(CaseReads cases, CaseWalks walks, ReadPoints points) {
        this.reads = cases;
        this.walks = walks;
        this.points = points;
    }

    private static Queries question(String path) {
        return Queries.of(
                path,
                PlanAuditQuestion.DATES,
                PlanAuditQuestion.PEOPLE,
                PlanAuditQuestion.SEED,
                AuditFilter.TRUST,
                AuditFilter.TEAM,
                AuditFilter.CASE,
                QueryParameter.KNOWN_AT,
                QueryParameter.MIN_POSITION);
    }

    /** The table, with the clock and the position that it answers for. */
    record Table(List<AuditTable.Row> dates, @Nullable Instant knownAt, long position) {}

    /** What stood in the plans at each date: a line, or a row of a table, an action and date. */
    @GetMapping("/plan-actions")
    public void actions(
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Readership.AUDITS.require(caller);
        QueryValues query = points.query(ACTIONS, request);
        ReadPoint point = points.of(query);
        PlanAuditQuestion question = new PlanAuditQuestion(query, point, points.today());
        Asking asking = reads.asks(caller, purpose, What.PLAN_AUDIT, query);
        try (CaseWalk walk = question.walk(walks, asking)) {
            // What cannot be read at all is told before anything is sent.
            boolean any = walk.hasNext();
            response.setHeader("X-Position", Long.toString(point.position()));
            Sight ofNobody = reads.sightOfNoText(asking, Map.of());
            ActionPointSheet sheet = ActionPointSheet.to(response, ofNobody, Csv.isWanted(request));
            if (!Answered.isToBeSent(request)) {
                return;
            }
            while (any) {
                walk.see(some ->
                        CaseReads.showing(asking, written(some, question, sheet)).wasMade());
                sheet.send();
                any = sheet.people() < question.people() && walk.hasNext();
            }
            sheet.send();
        }
    }

    /** Those of whom something was written. */
    private static List<OpenCase> written(
            List<OpenCase> some, PlanAuditQuestion question, ActionPointSheet sheet) {
        List<OpenCase> written = new ArrayList<>();
        for (OpenCase open : some) {
            if (sheet.people() == question.people()) {
                break;
            }
            List<@Nullable PlanAtDate> plans = question.plans(open);
            if (!plans.isEmpty()) {
                sheet.write(open.caseId(), plans);
                written.add(open);
            }
        }
        return written;
    }

    /** Who was responsible at each date, and what changed: as JSON, a table or a picture. */
    @GetMapping("/plan-responsibility")
    public ResponseEntity<byte[]> table(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.AUDITS.require(caller);
        QueryValues query = points.query(TABLE, request);
        ReadPoint point = points.of(query);
        PlanAuditQuestion question = new PlanAuditQuestion(query, point, points.today());
        AuditTable table = new AuditTable(question.dates());
        Asking asking = reads.asks(caller, purpose, What.PLAN_AUDIT, query);
        CountedCases counted = new CountedCases(query.get(AuditFilter.CASE));
        try (CaseWalk walk = question.walk(walks, asking)) {
            while (table.people() < question.people() && walk.hasNext()) {
                walk.see(some -> counted.count(some, open -> add(open, question, table)));
            }
        }
        Sight sight = counted.sight(reads, asking);
        ResponseEntity<byte[]> answer = answer(table.rows(), point, request, sight);
        sight.wasUsed();
        return answer;
    }

    private static void add(OpenCase open, PlanAuditQuestion question, AuditTable table) {
        if (table.people() == question.people()) {
            return;
        }
        List<@Nullable PlanAtDate> plans = question.plans(open);
        if (!plans.isEmpty()) {
            table.add(plans);
        }
    }

    private static ResponseEntity<byte[]> answer(
            List<AuditTable.Row> rows, ReadPoint point, HttpServletRequest request, Sight sight) {
        if (Answered.wants(request, Answered.SVG)) {
            return Answered.svg(
                    ResponsibilityPicture.of(rows).getBytes(StandardCharsets.UTF_8),
                    point.position());
        }
        if (Csv.isWanted(request)) {
            return Answered.csv(AuditTableCsv.of(rows), point.position(), null);
        }
        return Answered.json(
                ViewJson.bytes(new Table(rows, point.knownAt(), point.position()), sight, false),
                point.position());
    }
}
