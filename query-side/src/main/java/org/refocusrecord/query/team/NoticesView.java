package org.refocusrecord.query.team;

import org.refocusrecord.query.caseload.CaseLines;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.notices.CaseNotices;
import org.refocusrecord.query.notices.Notice;
import org.refocusrecord.query.notices.StaffNamed;
import org.refocusrecord.query.projection.Projector;
import org.refocusrecord.query.projection.Row;
import org.refocusrecord.query.projection.StreamProjector;
import org.refocusrecord.query.projection.ViewTable;
import org.refocusrecord.query.projection.ViewTable.Column;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The view of what is odd in cases, as far as a case alone can tell. */
public final class NoticesView {

    /** The view's name. */
    public static final String NAME = "notices";

    private static final ViewTable NOTICE =
            new ViewTable(
                    "notice",
                    new Column("case_id", "uuid"),
                    new Column("code", "text"),
                    new Column("session_id", "uuid"),
                    new Column("entry_id", "uuid"),
                    new Column("occurred_at", "timestamptz"));

    private static final ViewTable STAFF =
            new ViewTable(
                    "staff_named",
                    new Column("case_id", "uuid"),
                    new Column("session_id", "uuid"),
                    new Column("entry_id", "uuid"),
                    new Column("occurred_at", "timestamptz"),
                    new Column("day", "date"),
                    new Column("team_id", "uuid"),
                    new Column("worker_id", "uuid"));

    private NoticesView() {}

    /**
     * Keeps the view.
     *
     * @param lateAfter after how long a session needs a reason for being late
     */
    public static Projector projector(CaseLines lines, Duration lateAfter) {
        return new StreamProjector(
                NAME,
                2,
                "case/",
                List.of(NOTICE, STAFF),
                stream -> rows(lines.of(stream), lateAfter));
    }

    private static Map<ViewTable, List<Row>> rows(Line line, Duration lateAfter) {
        return Map.of(
                NOTICE,
                CaseNotices.of(line, lateAfter).stream().map(notice -> row(line, notice)).toList(),
                STAFF,
                StaffNamed.of(line).stream().map(named -> row(line, named)).toList());
    }

    private static Row row(Line line, Notice notice) {
        return Row.of(
                line.caseId(),
                notice.code(),
                notice.sessionId(),
                notice.entryId(),
                notice.occurredAt());
    }

    private static Row row(Line line, StaffNamed named) {
        return Row.of(
                line.caseId(),
                named.sessionId(),
                named.entryId(),
                named.occurredAt(),
                named.day(),
                named.teamId(),
                named.workerId());
    }
}
