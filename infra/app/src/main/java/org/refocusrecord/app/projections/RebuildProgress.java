package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.MovingLine;

import tools.jackson.databind.JsonNode;

import java.util.Locale;

/** How far a rebuild is: a bar that moves where there is a terminal, else a line a tenth. */
final class RebuildProgress implements AutoCloseable {

    private final MovingLine line;
    private final long start = System.nanoTime();
    private long first = -1;
    private long tenths;

    RebuildProgress(MovingLine line) {
        this.line = line;
    }

    /** It is so far by now. */
    void reached(JsonNode rebuild) {
        long handled = rebuild.path("handled").asLong();
        long of = Math.max(rebuild.path("of").asLong(), 1);
        if (first < 0) {
            first = handled;
        }
        String state = rebuild.path("state").asString("");
        String told = told(handled, of, (System.nanoTime() - start) / 1e9);
        if (line.moves()) {
            line.show(
                    MovingLine.bar(handled, of)
                            + told
                            + (state.equals("PAUSED") ? ", paused" : ""));
        } else if (handled * 10 / of > tenths) {
            tenths = handled * 10 / of;
            line.say(told);
        }
    }

    private String told(long handled, long of, double seconds) {
        double rate = (handled - first) / Math.max(seconds, 0.001);
        long left = rate < 1 ? 0 : Math.round((of - handled) / rate);
        return String.format(
                Locale.ROOT,
                "%d %%, %,d of %,d events, %,.0f a second, %d:%02d left",
                handled * 100 / of,
                handled,
                of,
                rate,
                left / 60,
                left % 60);
    }

    @Override
    public void close() {
        line.close();
    }
}
