package org.refocusrecord.query.retention;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.record.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The records that somebody has to look at again, the one due first before the others. */
public final class RetentionList {

    /** The view that is asked. */
    public static final List<String> VIEWS = List.of(RetentionView.NAME);

    private static final String DUE =
            """
            select case_id, care_ended_on, died_on, review_due_on from refocus_views.retention
             where review_due_on < :before and (review_due_on, case_id) > (:day, :case)
             order by review_due_on, case_id limit :limit\
            """;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final UUID FIRST = new UUID(0, 0);

    private final ViewReads reads;

    /** Reads the view. */
    public RetentionList(ViewReads reads) {
        this.reads = reads;
    }

    /** The records due before a day; without one, all that will ever be due as things stand. */
    public Listed<Retention> list(
            @Nullable LocalDate dueBefore, @Nullable List<String> after, int limit) {
        return Listed.of(
                reads.ask(RetentionList.VIEWS, client -> due(client, dueBefore, after, limit + 1)),
                limit,
                item ->
                        List.of(
                                Objects.requireNonNull(item.reviewDueOn()).toString(),
                                item.caseId().toString()));
    }

    private static List<Retention> due(
            JdbcClient client,
            @Nullable LocalDate dueBefore,
            @Nullable List<String> after,
            int limit) {
        return client.sql(DUE)
                .param("before", dueBefore == null ? NEVER : dueBefore)
                .param("day", after == null ? BEFORE_ALL : LocalDate.parse(after.getFirst()))
                .param("case", after == null ? FIRST : UUID.fromString(after.get(1)))
                .param("limit", limit)
                .query((row, _) -> retention(row))
                .list();
    }

    private static Retention retention(ResultSet row) throws SQLException {
        return new Retention(
                new CaseId(row.getObject(1, UUID.class)),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class));
    }
}
