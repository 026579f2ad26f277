package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.MovingLine;

import java.util.Locale;

/** How far sending again is: a line that moves where there is a terminal, else nothing. */
final class RetryProgress implements AutoCloseable {

    private final MovingLine line;
    private final long start = System.nanoTime();

    RetryProgress(MovingLine line) {
        this.line = line;
    }

    /** So many were sent, and so many are to be looked at yet. */
    void reached(long sent, long ahead) {
        double seconds = Math.max((System.nanoTime() - start) / 1e9, 0.001);
        line.show(
                String.format(
                        Locale.ROOT,
                        "%,d sent again, %.0f a second, %,d to look at yet",
                        sent,
                        sent / seconds,
                        ahead));
    }

    /** Ends the line, so that whatever is said next has one of its own. */
    void endLine() {
        line.end();
    }

    @Override
    public void close() {
        line.close();
    }
}
