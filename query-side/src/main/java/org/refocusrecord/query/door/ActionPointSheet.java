package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.planaudit.PlanAtDate;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Action points as they are sent: lines of JSON, or a table. Nothing of it is kept. */
final class ActionPointSheet {

    private final OutputStream out;
    private final @Nullable Csv table;
    private final Sight nothing;

    private ActionPointSheet(OutputStream out, @Nullable Csv table, Sight nothing) {
        this.out = out;
        this.table = table;
        this.nothing = nothing;
    }

    static ActionPointSheet to(HttpServletResponse response, boolean asTable, Sight nothing)
            throws IOException {
        response.setContentType(asTable ? Csv.TYPE.toString() : MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = response.getOutputStream();
        return new ActionPointSheet(
                out, asTable ? new Csv(out, ActionPointRow.HEADER) : null, nothing);
    }

    void write(CaseId caseId, List<? extends @Nullable PlanAtDate> plans) throws IOException {
        for (PlanAtDate plan : plans) {
            if (plan != null) {
                for (var point : plan.points()) {
                    write(ActionPointRow.of(caseId, plan, point));
                }
            }
        }
    }

    private void write(ActionPointRow row) throws IOException {
        if (table == null) {
            out.write(ViewJson.bytes(row, nothing, true));
            out.write('\n');
        } else {
            row.in(table);
        }
    }

    void end() {
        if (table != null) {
            table.flush();
        }
    }
}
