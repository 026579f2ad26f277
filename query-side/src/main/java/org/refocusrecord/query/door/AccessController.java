package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.AccessList;
import org.refocusrecord.query.access.AccessList.Accessed;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.Showing;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.caseload.Caseload;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who read a person's record. */
@RestController
@RequestMapping("/api/v1/audit/access")
public final class AccessController {

    private static final int LONGEST_ACCOUNT = 100;

    static final QueryParameter<CaseId> CASE =
            QueryParameter.id(
                    "caseId",
                    "Whose record; a service user who leaves it out asks for all the own ones.",
                    CaseId::new);
    static final QueryParameter<String> BY =
            QueryParameter.text("by", "Read by this account or worker.", LONGEST_ACCOUNT);

    static final Queries QUERY =
            Queries.of(
                    "/audit/access",
                    CASE,
                    BY,
                    QueryParameter.FROM,
                    QueryParameter.TO,
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final CaseReads cases;
    private final Caseload caseload;
    private final AccessList accesses;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Over this access log. */
    public AccessController(
            CaseReads cases,
            Caseload caseload,
            AccessList accesses,
            ReadPoints points,
            ViewPoints views) {
        this.cases = cases;
        this.caseload = caseload;
        this.accesses = accesses;
        this.points = points;
        this.views = views;
    }

    /** A page of reads, the latest first. */
    record Accesses(List<Accessed> accesses, @Nullable String next) {}

    /** Whose records are asked for, and in which role. */
    private record Scope(List<CaseId> cases, Role role) {
        Showing showing(Asking asking) {
            return asking.showing(
                    cases.stream().collect(Collectors.toMap(Function.identity(), _ -> role)));
        }
    }

    /** Who read it. */
    @GetMapping
    public ResponseEntity<byte[]> accesses(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.ACCESSES.require(caller);
        QueryValues query = points.query(QUERY, request);
        ReadPoint point = points.of(query);
        Asking asking =
                cases.asks(caller, purpose, What.ACCESS_LOG, query)
                        .inRoles(Role.AUDITOR, Role.SERVICE_USER);
        Scope scope = scope(asking, query);
        List<Accessed> found =
                ViewPoints.from(query.place(), () -> list(scope, query, query.limit() + 1));
        boolean more = found.size() > query.limit();
        List<Accessed> page = more ? found.subList(0, query.limit()) : found;
        return views.answer(
                new Accesses(page, more ? next(query, page.getLast()) : null),
                scope.showing(asking),
                point.position());
    }

    private Scope scope(Asking asking, QueryValues query) {
        CaseId named = query.get(CASE);
        if (named != null) {
            CaseReads.OpenCase open = cases.open(asking, named, ProblemCode.CASE_UNKNOWN);
            return new Scope(List.of(named), open.role());
        }
        Caller caller = asking.caller();
        if (!caller.is(Role.SERVICE_USER)) {
            throw new ProblemException(
                    new Fault("/caseId", ProblemCode.QUERY_NOT_READABLE, "It has to be given."));
        }
        Long position = query.get(QueryParameter.MIN_POSITION);
        if (position != null) {
            views.await(Caseload.VIEWS, position);
        }
        return new Scope(
                caller.serviceUserId() == null
                        ? List.of()
                        : caseload.ofPerson(caller.serviceUserId()),
                Role.SERVICE_USER);
    }

    private List<Accessed> list(Scope scope, QueryValues query, int limit) {
        AccessList.Filter filter =
                new AccessList.Filter(
                        query.get(QueryParameter.FROM),
                        query.get(QueryParameter.TO),
                        query.get(BY));
        return accesses.list(scope.cases(), filter, query.place(), limit);
    }

    private static String next(QueryValues query, Accessed last) {
        return query.next(last.at().toString(), last.id().toString());
    }
}
