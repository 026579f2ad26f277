package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.caseload.CaseFilter;
import org.refocusrecord.query.caseload.CaseListed;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.caseload.Caseload.InScope;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.record.CaseSummary.State;
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

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The caseload: the cases that somebody may read. */
@RestController
@RequestMapping("/api/v1/cases")
public final class CaseListController {

    static final QueryParameter<TeamId> TEAM =
            QueryParameter.id("teamId", "Cases of this team today.", TeamId::new);
    static final QueryParameter<WorkerId> WORKER =
            QueryParameter.id("workerId", "Cases on this worker's caseload.", WorkerId::new);
    static final QueryParameter<State> STATE =
            QueryParameter.code("state", "Open or closed today.", State.class);

    static final Queries QUERY =
            Queries.of(
                    "/cases",
                    TEAM,
                    WORKER,
                    STATE,
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final Caseload caseload;
    private final CasesAsTheyStood earlier;
    private final ViewPoints points;
    private final AccessLog accesses;

    /** Lists this caseload; whose records are shown is told. */
    public CaseListController(
            Caseload caseload, CasesAsTheyStood earlier, ViewPoints points, AccessLog accesses) {
        this.caseload = caseload;
        this.earlier = earlier;
        this.points = points;
        this.accesses = accesses;
    }

    /** A page of cases as they stand on a day, with the clocks that it answers for. */
    record Cases(
            List<CaseListed> cases,
            @Nullable String next,
            LocalDate day,
            @Nullable Instant asOf,
            @Nullable Instant knownAt) {}

    /** The cases in the caller's scope. */
    @GetMapping
    public ResponseEntity<byte[]> cases(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request, Caseload.VIEWS);
        Asking asking = accesses.asks(caller, purpose, What.CASE_LIST, query);
        CaseFilter filter = new CaseFilter(query.get(TEAM), query.get(WORKER), query.get(STATE));
        boolean asOnceWas =
                query.get(QueryParameter.AS_OF) != null
                        || query.get(QueryParameter.KNOWN_AT) != null;
        return asOnceWas ? earlier.list(asking, filter, query) : today(asking, filter, query);
    }

    /** A view knows them as they stand. */
    private ResponseEntity<byte[]> today(Asking asking, CaseFilter filter, QueryValues query) {
        LocalDate today = points.today();
        Listed<InScope> listed =
                ViewPoints.from(
                        query.place(),
                        () ->
                                caseload.list(
                                        asking.caller(),
                                        filter,
                                        today,
                                        query.place(),
                                        query.limit()));
        return points.answer(
                new Cases(
                        cases(listed.items()),
                        points.next(query, listed),
                        today,
                        null,
                        points.recordedAt(listed.position())),
                asking.showing(roles(listed.items())),
                listed.position());
    }

    static List<CaseListed> cases(List<InScope> listed) {
        return listed.stream().map(InScope::listed).toList();
    }

    static Map<CaseId, Role> roles(List<InScope> listed) {
        return listed.stream()
                .collect(Collectors.toMap(item -> item.listed().caseId(), InScope::role));
    }
}
