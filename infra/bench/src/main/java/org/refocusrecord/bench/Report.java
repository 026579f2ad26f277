package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Says what was measured, first every number, then what was promised beside what came of it. */
final class Report {

    private final Results results;
    private final Ids ids;
    private final PrintStream out;

    Report(Results results, Ids ids, PrintStream out) {
        this.results = results;
        this.ids = ids;
        this.out = out;
    }

    void print(List<Long> sizes, List<String> columns) {
        numbers();
        out.println();
        out.println("What was promised (ratios round by round: median, least and most)");
        for (long stored : sizes) {
            for (String column : columns) {
                Threshold.ALL.forEach(threshold -> ratio(threshold, stored, column));
            }
        }
        if (sizes.size() > 1) {
            columns.forEach(column -> growth(sizes.getFirst(), sizes.getLast(), column));
        }
    }

    private void numbers() {
        out.printf(
                "%12s  %-17s %-9s %3s  %-24s %s%n",
                "stored", "views", "what", "by", "how", "a second: median (least–most)");
        for (Map.Entry<Results.Key, Spread> entry : results.all().entrySet()) {
            Results.Key key = entry.getKey();
            out.printf(
                    "%,12d  %-17s %-9s %3d  %-24s %s%n",
                    key.stored(),
                    key.column(),
                    key.bout(),
                    key.callers(),
                    key.contestant(),
                    entry.getValue().text(0));
        }
    }

    private void ratio(Threshold threshold, long stored, String column) {
        Spread ours = of(threshold, threshold.ours(), stored, column);
        Spread other = of(threshold, threshold.other(), stored, column);
        if (ours != null && other != null) {
            Spread ratio = ours.over(other);
            out.printf(
                    "%,12d  %-17s %-9s %3d  %-44s at least %-5s aim %-5s got %-22s %s%n",
                    stored,
                    column,
                    threshold.bout(),
                    threshold.callers(),
                    threshold.ours() + " / " + threshold.other(),
                    threshold.least(),
                    threshold.aim(),
                    ratio.text(2),
                    verdict(ratio.median(), threshold.least(), threshold.aim()));
        }
    }

    private @Nullable Spread of(
            Threshold threshold, String contestant, long stored, String column) {
        return results.of(
                new Results.Key(stored, column, threshold.bout(), threshold.callers(), contestant));
    }

    private static String verdict(double got, double least, double aim) {
        if (got >= aim) {
            return "aim reached";
        }
        return got >= least ? "reached" : "NOT REACHED";
    }

    /** Of the limits and the peers too: what of it is the database's own they tell. */
    private void growth(long few, long many, String column) {
        results.all()
                .forEach((key, spread) -> {
                    if (key.stored() == few && key.column().equals(column)) {
                        Spread late =
                                results.of(
                                        new Results.Key(
                                                many,
                                                column,
                                                key.bout(),
                                                key.callers(),
                                                key.contestant()));
                        if (late != null) {
                            grown(key, many, late.median() / spread.median());
                        }
                    }
                });
    }

    private void grown(Results.Key key, long many, double ratio) {
        double least =
                switch (ids) {
                    case V7 -> 0.9;
                    case RANDOM -> 0.8;
                };
        boolean ours = key.contestant().startsWith("ours");
        out.printf(
                "%,12d  %-17s %-9s %3d  %-44s %-22s got %-22s %s%n",
                many,
                key.column(),
                key.bout(),
                key.callers(),
                key.contestant() + " / the same at %,d".formatted(key.stored()),
                ours ? "at least %-5s aim 1.0".formatted(least) : "",
                "%.2f".formatted(ratio),
                ours ? verdict(ratio, least, 1) : "");
    }
}
