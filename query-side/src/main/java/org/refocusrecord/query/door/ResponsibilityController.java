package org.refocusrecord.query.door;

import static org.refocusrecord.query.door.AuditFilter.CASE;
import static org.refocusrecord.query.door.AuditFilter.PARTY;
import static org.refocusrecord.query.door.AuditFilter.TEAM;
import static org.refocusrecord.query.door.AuditFilter.TRUST;
import static org.refocusrecord.query.door.AuditFilter.WORKER;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CareTimes;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.responsibility.By;
import org.refocusrecord.query.responsibility.Responsibilities;
import org.refocusrecord.query.responsibility.Responsibility;
import org.refocusrecord.query.responsibility.ResponsibilityCounts;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps and care actions by the set of parties responsible. */
@RestController
@RequestMapping("/api/v1/audit/responsibility")
public final class ResponsibilityController {

    /** What is counted. */
    enum Counted {
        current,
        planned,
        done
    }

    /** What kind is counted. */
    enum Kind {
        step,
        action
    }

    static final QueryParameter<Counted> BY =
            QueryParameter.code("by", "What is counted; current if left out.", Counted.class);
    static final QueryParameter<Kind> KIND =
            QueryParameter.code("kind", "Steps or actions only.", Kind.class);

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

    private final EventLog log;
    private final CaseReads reads;
    private final ReadPoints points;

    /** Over this log. */
    public ResponsibilityController(EventLog log, CaseReads cases, ReadPoints points) {
        this.log = log;
        this.reads = cases;
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
        caller.require(Role.AUDITOR);
        QueryValues query = points.query(RESPONSIBILITY, request);
        ReadPoint point = points.of(query);
        By by = by(query.get(BY));
        List<Set<Party>> counted = new ArrayList<>();
        CaseWalk walk = new CaseWalk(log, reads, caller, purpose);
        Iterator<CaseReads.OpenCase> cases = walk.cases(query.get(CASE), "");
        while (cases.hasNext()) {
            CaseReads.OpenCase open = cases.next();
            Line line = open.at(point);
            for (Responsibility row : Responsibilities.of(line)) {
                if (isCounted(query, point, line, row, by)) {
                    counted.add(row.parties(by));
                }
            }
        }
        ResponsibilityCounts counts = ResponsibilityCounts.of(counted);
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
                        new Sight(
                                new Reader(false, null, true, false),
                                Map.of(),
                                log.texts(Set.of())),
                        false),
                point.position());
    }

    private static By by(@Nullable Counted counted) {
        return switch (counted) {
            case null -> By.CURRENT;
            case current -> By.CURRENT;
            case planned -> By.PLANNED;
            case done -> By.DONE;
        };
    }

    private boolean isCounted(
            QueryValues query, ReadPoint point, Line line, Responsibility row, By by) {
        Kind kind = query.get(KIND);
        boolean ofKind =
                kind == null || (kind == Kind.step) == (row.kind() == Responsibility.Kind.STEP);
        return ofKind
                && row.isCounted(by)
                && isWithin(query, row.day(by))
                && AuditFilter.involves(query, row.persons(by))
                && isOfTeam(query, line, by == By.CURRENT ? point.day() : row.day(by));
    }

    private boolean isWithin(QueryValues query, LocalDate day) {
        Instant from = query.get(QueryParameter.FROM);
        Instant to = query.get(QueryParameter.TO);
        ZoneId zone = points.zone();
        return (from == null || !day.isBefore(LocalDate.ofInstant(from, zone)))
                && (to == null || !day.isAfter(LocalDate.ofInstant(to, zone)));
    }

    private static boolean isOfTeam(QueryValues query, Line line, LocalDate day) {
        TeamId team = query.get(TEAM);
        String trust = query.get(TRUST);
        return (team == null || team.equals(CareTimes.of(line).teamOn(day)))
                && (trust == null || trust.equals(CaseSummary.of(line, day).trust()));
    }
}
