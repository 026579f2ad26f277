package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.responsibility.ResponsibilityTally;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Cohorts as a table, a row each. */
final class CohortCsv {

    private CohortCsv() {}

    static byte[] of(List<CohortController.Row> cohorts) {
        List<String> header = new ArrayList<>(List.of("month", "teamId", "arm"));
        List<String> sets = ResponsibilityTally.rows();
        header.addAll(sets);
        header.addAll(List.of("total", "outsideTable", "agreed", "done"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Csv csv = new Csv(bytes, header);
        for (CohortController.Row cohort : cohorts) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(cohort.month());
            row.add(cohort.teamId());
            row.add(cohort.arm());
            sets.forEach(set -> row.add(cohort.counts().get(set)));
            row.add(cohort.total());
            row.add(cohort.outsideTable());
            row.add(cohort.agreed());
            row.add(cohort.done());
            csv.row(row.toArray());
        }
        csv.flush();
        return bytes.toByteArray();
    }
}
