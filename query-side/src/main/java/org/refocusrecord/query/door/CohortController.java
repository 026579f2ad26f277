package org.refocusrecord.query.door;

import static org.refocusrecord.query.door.AuditFilter.CASE;
import static org.refocusrecord.query.door.AuditFilter.PARTY;
import static org.refocusrecord.query.door.AuditFilter.TEAM;
import static org.refocusrecord.query.door.AuditFilter.TRUST;
import static org.refocusrecord.query.door.AuditFilter.WORKER;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CareTimes;
import org.refocusrecord.query.responsibility.Begun;
import org.refocusrecord.query.responsibility.Cohorts;
import org.refocusrecord.query.responsibility.Cohorts.Cohort;
import org.refocusrecord.query.team.TeamArms;
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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** By whom goals were set and steps and actions taken on, month by month, team by team. */
@RestController
@RequestMapping("/api/v1/audit/cohorts")
public final class CohortController {

    static final QueryParameter<Begun.What> OF =
            QueryParameter.code("of", "What is counted; goals if left out.", Begun.What.class);
    static final QueryParameter<CohortBy> BY =
            QueryParameter.code("by", "What makes a cohort; month if left out.", CohortBy.class);

    static final Queries COHORTS =
            Queries.of(
                    "/audit/cohorts",
                    OF,
                    BY,
                    TRUST,
                    TEAM,
                    CASE,
                    PARTY,
                    WORKER,
                    QueryParameter.FROM,
                    QueryParameter.TO,
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    QueryParameter.MIN_POSITION);

    private final CaseReads reads;
    private final CaseWalks walks;
    private final ReadPoints points;

    /** Through these cases. */
    public CohortController(CaseReads cases, CaseWalks walks, ReadPoints points) {
        this.reads = cases;
        this.walks = walks;
        this.points = points;
    }

    /** One cohort; what it is not told apart by is null. */
    record Row(
            @Nullable String month,
            @Nullable TeamId teamId,
            @Nullable String arm,
            Map<String, Long> counts,
            Map<String, @Nullable BigDecimal> shares,
            long total,
            long outsideTable,
            @Nullable Long agreed,
            long done) {

        static Row of(Cohort cohort) {
            return new Row(
                    text(cohort.key().month()),
                    cohort.key().teamId(),
                    text(cohort.key().arm()),
                    cohort.counts().counts(),
                    cohort.counts().shares(),
                    cohort.counts().total(),
                    cohort.counts().outsideTable(),
                    cohort.agreed(),
                    cohort.done());
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    /** All cohorts, with the clocks and the position that they answer for. */
    record Answer(
            List<Row> cohorts,
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            long position,
            LocalDate day) {}

    /** The cohorts. */
    @GetMapping
    public ResponseEntity<byte[]> cohorts(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.AUDITS.require(caller);
        QueryValues query = points.query(COHORTS, request);
        ReadPoint point = points.of(query);
        TeamArms arms = reads.arms(point);
        Cohorts cohorts = new Cohorts();
        Asking asking = reads.asks(caller, purpose, What.RESPONSIBILITY, query);
        CaseFinding.Asked which = new CaseFinding.Asked(query.get(CASE), query.get(TEAM));
        CountedCases counted = new CountedCases(query.get(CASE));
        try (CaseWalk walk = walks.audited(asking, point, which)) {
            while (walk.hasNext()) {
                walk.see(some ->
                        counted.count(some, open -> count(open, query, point, arms, cohorts)));
            }
        }
        Sight sight = counted.sight(reads, asking);
        List<Row> rows = cohorts.all().stream().map(Row::of).toList();
        if (Csv.isWanted(request)) {
            byte[] table = CohortCsv.of(rows);
            sight.wasUsed();
            return Answered.csv(table, point.position(), null);
        }
        return Answered.json(
                ViewJson.bytes(
                        new Answer(
                                rows, point.asOf(), point.knownAt(), point.position(), point.day()),
                        sight,
                        false),
                point.position());
    }

    private static void count(
            CaseReads.OpenCase open,
            QueryValues query,
            ReadPoint point,
            TeamArms arms,
            Cohorts cohorts) {
        if (!AuditFilter.isOfTrust(query, open.history())) {
            return;
        }
        Line line = open.at(point);
        CareTimes times = CareTimes.of(line);
        Begun.What of = Objects.requireNonNullElse(query.get(OF), Begun.What.GOALS);
        CohortBy by = Objects.requireNonNullElse(query.get(BY), CohortBy.MONTH);
        for (Begun begun : Begun.of(line, of)) {
            TeamId team = times.teamOn(begun.on());
            if (isAsked(begun, team, query)) {
                cohorts.add(
                        new Cohorts.Key(
                                by.month() ? YearMonth.from(begun.on()) : null,
                                by.team() ? team : null,
                                by.arm() && team != null ? arms.on(team, begun.on()) : null),
                        begun);
            }
        }
    }

    private static boolean isAsked(Begun begun, @Nullable TeamId team, QueryValues query) {
        TeamId asked = query.get(TEAM);
        Instant from = query.get(QueryParameter.FROM);
        Instant to = query.get(QueryParameter.TO);
        return (asked == null || asked.equals(team))
                && (from == null || !begun.at().isBefore(from))
                && (to == null || !begun.at().isAfter(to))
                && AuditFilter.involves(query, begun.people());
    }
}
