package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.record.Retention;
import org.refocusrecord.query.retention.RetentionList;
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

/** Which records are due for a review. */
@RestController
@RequestMapping("/api/v1/retention")
public final class RetentionController {

    static final QueryParameter<LocalDate> DUE_BEFORE =
            QueryParameter.day("dueBefore", "Due for a review before this day.");

    static final Queries RETENTION =
            Queries.of(
                    "/retention",
                    DUE_BEFORE,
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final RetentionList retention;
    private final ViewPoints views;
    private final AccessLog accesses;

    /** Lists these; whose records are shown is told. */
    public RetentionController(RetentionList retention, ViewPoints views, AccessLog accesses) {
        this.retention = retention;
        this.views = views;
        this.accesses = accesses;
    }

    /** A page of records with their review dates, as care stands on a day. */
    record Due(List<Retention> cases, @Nullable String next, LocalDate day) {}

    /** The records that somebody has to look at again. */
    @GetMapping
    public ResponseEntity<byte[]> retention(
            Caller caller, @Nullable Purpose purpose, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        QueryValues query = views.query(RETENTION, request, RetentionList.VIEWS);
        Asking asking = accesses.asks(caller, purpose, What.RETENTION, query);
        LocalDate today = views.today();
        Listed<Retention> listed =
                ViewPoints.from(
                        query.place(),
                        () ->
                                retention.list(
                                        caller.trust(),
                                        today,
                                        query.get(DUE_BEFORE),
                                        query.place(),
                                        query.limit()));
        return views.answer(
                new Due(listed.items(), views.next(query, listed), today),
                asking.showing(cases(listed)),
                listed.position());
    }

    private static Map<CaseId, Role> cases(Listed<Retention> listed) {
        return listed.items().stream()
                .collect(Collectors.toMap(Retention::caseId, _ -> Role.ADMIN));
    }
}
