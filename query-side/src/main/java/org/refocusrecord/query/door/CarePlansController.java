package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.events.EventId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.notices.CaseNotices;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.Rosters;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The care plans of a whole service as of a day, a plan a line, in the order of the cases' ids.
 * What is sent is never kept: memory is that of a few cases. An answer that cannot be brought to
 * its end is broken off, so that nobody takes half a service for a whole one.
 */
@RestController
@RequestMapping("/api/v1/care-plans")
public final class CarePlansController {

    static final Queries QUERY =
            Queries.of(
                    "/care-plans",
                    AuditFilter.TRUST,
                    AuditFilter.TEAM,
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    CarePlanController.INCLUDE,
                    QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final CaseWalks walks;
    private final LogReads log;
    private final ReadPoints points;
    private final Duration lateAfter;

    /** Through these cases; a session is late after so long. */
    public CarePlansController(
            CaseReads cases,
            CaseWalks walks,
            LogReads log,
            ReadPoints points,
            ReadSettings settings) {
        this.cases = cases;
        this.walks = walks;
        this.log = log;
        this.points = points;
        this.lateAfter = settings.lateAfter();
    }

    /** The plans of the cases that were known to be open once, a line each. */
    @GetMapping
    public void plans(
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Readership.PLANS.require(caller);
        QueryValues query = points.query(QUERY, request);
        ReadPoint point = points.of(query);
        Asking asking = cases.asks(caller, purpose, What.CARE_PLAN, query);
        CaseFinding.Asked which = new CaseFinding.Asked(null, query.get(AuditFilter.TEAM));
        try (CaseWalk walk = walks.overseen(asking, point, which)) {
            // What cannot be read at all is told before anything is sent.
            boolean any = walk.hasNext() && Answered.isToBeSent(request);
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            response.setHeader("X-Position", Long.toString(point.position()));
            OutputStream out = response.getOutputStream();
            Rosters rosters = cases.rosters(point);
            while (any) {
                walk.next(some -> lines(some, asking, query, point, rosters)).writeTo(out);
                any = walk.hasNext();
            }
        }
    }

    private ByteArrayOutputStream lines(
            List<OpenCase> some,
            Asking asking,
            QueryValues query,
            ReadPoint point,
            Rosters rosters) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        boolean all = query.get(CarePlanController.INCLUDE) != null;
        List<Standing> asked =
                some.stream()
                        .map(open -> new Standing(open, open.at(point)))
                        .filter(each -> isAsked(each, query, point))
                        .toList();
        Texts texts = log.texts(events(asked));
        for (Standing each : asked) {
            CarePlan plan =
                    CarePlan.of(
                            each.line(),
                            all ? Include.ALL : Include.LIVE,
                            CaseNotices.of(each.line(), lateAfter, rosters),
                            point.position());
            lines.writeBytes(ViewJson.bytes(plan, CaseReads.untoldSight(each.open(), texts), all));
            lines.write('\n');
        }
        // None of them goes out if this fails.
        CaseReads.showing(asking, asked.stream().map(Standing::open).toList()).wasMade();
        return lines;
    }

    /** A case as it stood. */
    private record Standing(OpenCase open, Line line) {}

    private static Set<EventId> events(List<Standing> cases) {
        return cases.stream()
                .flatMap(each -> each.open().history().seenBy().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Of the trust, and of the team on the day; what was not known to be there has no plan. */
    private static boolean isAsked(Standing each, QueryValues query, ReadPoint point) {
        return each.line().version() > 0
                && AuditFilter.isOf(
                        query,
                        each.open().history(),
                        CaseSummary.of(each.line(), point.day()).teamId());
    }
}
