package org.refocusrecord.query.retention;

import org.refocusrecord.query.caseload.CaseLines;
import org.refocusrecord.query.projection.Projector;
import org.refocusrecord.query.projection.Row;
import org.refocusrecord.query.projection.StreamProjector;
import org.refocusrecord.query.projection.ViewTable;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.record.Retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The view of how long records are kept at the least. */
public final class RetentionView {

    /** The view's name. */
    public static final String NAME = "retention";

    private static final ViewTable RETENTION =
            new ViewTable(
                    "retention",
                    new Column("case_id", "uuid"),
                    new Column("care_ended_on", "date"),
                    new Column("died_on", "date"),
                    new Column("review_due_on", "date"));

    private RetentionView() {}

    /** Keeps the view. */
    public static Projector projector(CaseLines lines) {
        return new StreamProjector(
                NAME,
                2,
                "case/",
                List.of(RETENTION),
                stream -> {
                    // As far as the line goes: no closure lies further ahead than tomorrow.
                    Retention kept = Retention.of(lines.of(stream), LocalDate.MAX);
                    return Map.of(RETENTION, List.of(row(kept)));
                });
    }

    private static Row row(Retention kept) {
        return Row.of(kept.caseId(), kept.careEndedOn(), kept.diedOn(), kept.reviewDueOn());
    }
}
