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

    private ActionPointSheet(OutputStream out, @Nullable Csv table) {
        this.out = out;
        this.table = table;
    }

    static ActionPointSheet to(HttpServletResponse response, boolean asTable) throws IOException {
        response.setContentType(asTable ? Csv.TYPE.toString() : MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = response.getOutputStream();
        return new ActionPointSheet(out, asTable ? new Csv(out, ActionPointRow.HEADER) : null);
    }

    /** The plans of one person; that they are shown is told before anything of them goes out. */
    void write(CaseId caseId, List<? extends @Nullable PlanAtDate> plans, Sight sight)
            throws IOException {
        sight.wasUsed();
        for (PlanAtDate plan : plans) {
            if (plan != null) {
                for (var point : plan.points()) {
                    write(ActionPointRow.of(caseId, plan, point), sight);
                }
            }
        }
    }

    private void write(ActionPointRow row, Sight sight) throws IOException {
        if (table == null) {
            out.write(ViewJson.bytes(row, sight, true));
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
