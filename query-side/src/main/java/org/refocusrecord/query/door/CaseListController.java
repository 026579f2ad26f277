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
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final Caseload caseload;
    private final ViewPoints points;
    private final AccessLog accesses;

    /** Lists this caseload; whose records are shown is told. */
    public CaseListController(Caseload caseload, ViewPoints points, AccessLog accesses) {
        this.caseload = caseload;
        this.points = points;
        this.accesses = accesses;
    }

    /** A page of cases as they stand on a day. */
    record Cases(List<CaseListed> cases, @Nullable String next, LocalDate day) {}

    /** The cases in the caller's scope. */
    @GetMapping
    public ResponseEntity<byte[]> cases(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.RECORDS.require(caller);
        QueryValues query = points.query(QUERY, request, Caseload.VIEWS);
        Asking asking = accesses.asks(caller, purpose, What.CASE_LIST, query);
        LocalDate today = points.today();
        Listed<Caseload.InScope> listed =
                ViewPoints.from(
                        query.place(),
                        () ->
                                caseload.list(
                                        caller,
                                        new CaseFilter(
                                                query.get(TEAM),
                                                query.get(WORKER),
                                                query.get(STATE)),
                                        today,
                                        query.place(),
                                        query.limit()));
        return points.answer(
                new Cases(cases(listed), points.next(query, listed), today),
                asking.showing(roles(listed)),
                listed.position());
    }

    private static List<CaseListed> cases(Listed<Caseload.InScope> listed) {
        return listed.items().stream().map(Caseload.InScope::listed).toList();
    }

    private static Map<CaseId, Role> roles(Listed<Caseload.InScope> listed) {
        return listed.items().stream()
                .collect(Collectors.toMap(item -> item.listed().caseId(), Caseload.InScope::role));
    }
}
