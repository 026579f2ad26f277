package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.record.Retention;
import org.refocusrecord.query.retention.RetentionList;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** Which records are due for a review. */
@RestController
@RequestMapping("/api/v1")
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

    /** Looks after these records. */
    public RetentionController(RetentionList retention, ViewPoints views) {
        this.retention = retention;
        this.views = views;
    }

    /** A page of records with their review dates, as care stands on a day. */
    record Due(List<Retention> cases, @Nullable String next, LocalDate day) {}

    /** The records that somebody has to look at again. */
    @GetMapping("/retention")
    public ResponseEntity<byte[]> retention(Caller caller, HttpServletRequest request) {
        Readership.OPERATIONS.require(caller);
        QueryValues query = views.query(RETENTION, request, RetentionList.VIEWS);
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
                new Due(listed.items(), views.next(query, listed), today), listed.position());
    }
}
