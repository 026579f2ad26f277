package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.planaudit.PlanAtDate;
import org.springframework.http.MediaType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Action points as they are sent: lines of JSON, or a table. What is written is kept until it is
 * sent, and no longer.
 */
final class ActionPointSheet {

    private final OutputStream out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final @Nullable Csv table;
    private final Sight sight;
    private long people;

    private ActionPointSheet(OutputStream out, Sight sight, boolean asTable) {
        this.out = out;
        this.sight = sight;
        this.table = asTable ? new Csv(written, ActionPointRow.HEADER) : null;
    }

    /** Of this sight, that tells nobody. */
    static ActionPointSheet to(HttpServletResponse response, Sight sight, boolean asTable)
            throws IOException {
        response.setContentType(asTable ? Csv.TYPE.toString() : MediaType.APPLICATION_NDJSON_VALUE);
        return new ActionPointSheet(response.getOutputStream(), sight, asTable);
    }

    /** How many people's plans were written. */
    long people() {
        return people;
    }

    /** The plans of one person. Whoever writes them tells that they are shown. */
    void write(CaseId caseId, List<? extends @Nullable PlanAtDate> plans) {
        people++;
        for (PlanAtDate plan : plans) {
            if (plan != null) {
                for (var point : plan.points()) {
                    write(ActionPointRow.of(caseId, plan, point));
                }
            }
        }
    }

    private void write(ActionPointRow row) {
        if (table == null) {
            written.writeBytes(ViewJson.bytes(row, sight, true));
            written.write('\n');
        } else {
            row.in(table);
        }
    }

    /** Sends what was written. */
    void send() throws IOException {
        if (table != null) {
            table.flush();
        }
        written.writeTo(out);
        written.reset();
    }
}
