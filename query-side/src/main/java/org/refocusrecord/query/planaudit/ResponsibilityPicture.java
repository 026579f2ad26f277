package org.refocusrecord.query.planaudit;

import org.refocusrecord.query.responsibility.ResponsibilityTally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Responsibility over time as a picture: a column a date, cut by the share of each set of parties.
 * Scalable Vector Graphics, without a script, a font or a link; the same table makes the same
 * bytes.
 */
public final class ResponsibilityPicture {

    private static final int LEFT = 60;
    private static final int TOP = 50;
    private static final int HEIGHT = 300;
    private static final int COLUMN = 70;
    private static final int GAP = 24;
    private static final int LEGEND = 260;
    private static final int LINE = 22;
    private static final int LEGIBLE = 16;

    /** Told apart by those too who do not see all colours (Okabe and Ito's, and a grey). */
    private static final List<String> COLOURS =
            List.of("#0072B2", "#E69F00", "#CC79A7", "#009E73", "#56B4E9", "#D55E00", "#F0E442");

    private static final List<String> ROWS = ResponsibilityTally.rows();

    private final StringBuilder picture = new StringBuilder();

    private ResponsibilityPicture() {}

    /** The picture of a table. */
    public static String of(List<AuditTable.Row> table) {
        ResponsibilityPicture picture = new ResponsibilityPicture();
        picture.draw(table);
        return picture.picture.toString();
    }

    private void draw(List<AuditTable.Row> table) {
        int right = LEFT + table.size() * (COLUMN + GAP);
        line(
                ("<svg xmlns='http://www.w3.org/2000/svg' role='img' viewBox='0 0 %d %d'"
                                + " font-family='sans-serif' font-size='12'>")
                        .formatted(right + LEGEND, TOP + HEIGHT + 70));
        line("<title>Who is responsible for what is to be done</title>");
        line("<rect width='100%' height='100%' fill='#ffffff'/>");
        line(
                ("<text x='%d' y='24' font-size='15'>Who is responsible for what is to be done:"
                                + " shares of steps and care actions</text>")
                        .formatted(LEFT));
        for (int percent = 0; percent <= 100; percent += 25) {
            int y = TOP + HEIGHT - HEIGHT * percent / 100;
            line(
                    "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='#cccccc'/>"
                            .formatted(LEFT, y, right, y));
            line(
                    "<text x='%d' y='%d' text-anchor='end'>%d %%</text>"
                            .formatted(LEFT - 8, y + 4, percent));
        }
        for (int index = 0; index < table.size(); index++) {
            column(table.get(index), LEFT + GAP / 2 + index * (COLUMN + GAP));
        }
        legend(right + 20);
        line("</svg>");
    }

    private void column(AuditTable.Row row, int x) {
        long total = row.counts().values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (int index = 0; index < ROWS.size() && total > 0; index++) {
            long count = row.counts().getOrDefault(ROWS.get(index), 0L);
            if (count > 0) {
                part(row, index, x, new Part(before, count, total));
                before += count;
            }
        }
        int below = TOP + HEIGHT;
        centred(x, below + 18, row.date().toString());
        centred(x, below + 34, total + (total == 1 ? " action" : " actions"));
        centred(x, below + 50, row.people() + (row.people() == 1 ? " person" : " people"));
    }

    /** So many of all, on top of what is drawn already. */
    private record Part(long before, long count, long total) {

        BigDecimal top() {
            return new BigDecimal(TOP + HEIGHT).subtract(of(before + count, HEIGHT, 2));
        }

        BigDecimal height() {
            return of(count, HEIGHT, 2);
        }

        BigDecimal percent(int digits) {
            return of(count, 100, digits);
        }

        private BigDecimal of(long some, int whole, int digits) {
            return BigDecimal.valueOf(some * whole)
                    .divide(BigDecimal.valueOf(total), digits, RoundingMode.HALF_UP);
        }
    }

    private void part(AuditTable.Row row, int set, int x, Part part) {
        line(
                ("<rect x='%d' y='%s' width='%d' height='%s' fill='%s'>"
                                + "<title>%s, %s: %d of %d (%s %%)</title></rect>")
                        .formatted(
                                x,
                                part.top(),
                                COLUMN,
                                part.height(),
                                COLOURS.get(set),
                                row.date(),
                                ROWS.get(set),
                                part.count(),
                                part.total(),
                                part.percent(1)));
        if (part.height().intValue() >= LEGIBLE) {
            BigDecimal middle = part.top().add(part.height().divide(BigDecimal.TWO));
            line(
                    "<text x='%d' y='%s' text-anchor='middle'>%s %%</text>"
                            .formatted(
                                    x + COLUMN / 2,
                                    middle.add(BigDecimal.valueOf(4)),
                                    part.percent(0)));
        }
    }

    private void centred(int x, int y, String text) {
        line(
                "<text x='%d' y='%d' text-anchor='middle' font-size='11'>%s</text>"
                        .formatted(x + COLUMN / 2, y, text));
    }

    private void legend(int x) {
        for (int index = 0; index < ROWS.size(); index++) {
            int y = TOP + index * LINE;
            line(
                    "<rect x='%d' y='%d' width='14' height='14' fill='%s'/>"
                            .formatted(x, y, COLOURS.get(index)));
            line("<text x='%d' y='%d'>%s</text>".formatted(x + 20, y + 12, ROWS.get(index)));
        }
    }

    private void line(String text) {
        picture.append(text).append('\n');
    }
}
