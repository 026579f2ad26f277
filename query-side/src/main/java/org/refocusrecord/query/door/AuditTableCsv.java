package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.planaudit.AuditTable;
import org.refocusrecord.query.responsibility.ResponsibilityTally;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The table of an audit as a table for spreadsheets, a row a date. */
final class AuditTableCsv {

    private AuditTableCsv() {}

    static byte[] of(List<AuditTable.Row> rows) {
        List<String> sets = ResponsibilityTally.rows();
        List<String> header =
                new ArrayList<>(List.of("date", "people", "plans", "actions", "steps"));
        header.addAll(sets);
        header.addAll(List.of("outsideTable", "added", "removed", "changed", "responsibleChanged"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Csv csv = new Csv(bytes, header);
        for (AuditTable.Row row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.date());
            cells.add(row.people());
            cells.add(row.plans());
            cells.add(row.actions());
            cells.add(row.steps());
            sets.forEach(set -> cells.add(row.counts().get(set)));
            cells.add(row.outsideTable());
            cells.add(row.added());
            cells.add(row.removed());
            cells.add(row.changed());
            cells.add(row.responsibleChanged());
            csv.row(cells.toArray());
        }
        csv.flush();
        return bytes.toByteArray();
    }
}
