package org.refocusrecord.query.retention;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.caseload.CaseloadView;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.record.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The records that somebody has to look at again, the one due first before the others. */
public final class RetentionList {

    /** The views that are asked; to which trust a case belongs is told by another. */
    public static final List<String> VIEWS = List.of(RetentionView.NAME, CaseloadView.NAME);

    private static final String DUE =
            """
            select case_id, care_ended_on, died_on, review_due_on
              from refocus_views.retention join refocus_views.case_file using (case_id)
             where review_due_on < :before and care_ended_on < :today
               and (:trust::text is null or trust = :trust)
               and (review_due_on, case_id) > (:day, :case)
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

    /**
     * The records due before a day; without one, all that will ever be due as things stand.
     *
     * @param trust those of this trust; null: of all
     * @param today the day on which care has to have ended
     */
    public Listed<Retention> list(
            @Nullable String trust,
            LocalDate today,
            @Nullable LocalDate dueBefore,
            @Nullable List<String> after,
            int limit) {
        return Listed.of(
                reads.ask(VIEWS, client -> due(client, trust, today, dueBefore, after, limit + 1)),
                limit,
                item ->
                        List.of(
                                Objects.requireNonNull(item.reviewDueOn()).toString(),
                                item.caseId().toString()));
    }

    private static List<Retention> due(
            JdbcClient client,
            @Nullable String trust,
            LocalDate today,
            @Nullable LocalDate dueBefore,
            @Nullable List<String> after,
            int limit) {
        return client.sql(DUE)
                .param("trust", trust, Types.VARCHAR)
                .param("today", today)
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
