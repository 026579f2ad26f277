package org.refocusrecord.app.backfill;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** How far a topic is filled: a bar that moves where there is a terminal, else a line a tenth. */
final class BackfillProgress implements AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean moves;
    private final long start = System.nanoTime();
    private long first = -1;
    private long tenths;
    private boolean onTheLine;

    BackfillProgress(PrintStream out, boolean moves) {
        this.out = out;
        this.moves = moves;
    }

    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    static BackfillProgress onError() {
        Console console = System.console();
        return new BackfillProgress(System.err, console != null && console.isTerminal());
    }

    void reached(BackfillClient.Reached reached) {
        if (first < 0) {
            first = reached.position();
        }
        long of = Math.max(reached.to() - first, 1);
        long done = Math.min(reached.position() - first, of);
        if (moves) {
            int full = (int) (done * WIDTH / of);
            out.print(
                    "\r["
                            + "#".repeat(full)
                            + ".".repeat(WIDTH - full)
                            + "] "
                            + told(reached, done, of));
            out.flush();
            onTheLine = true;
        } else if (done * 10 / of > tenths) {
            tenths = done * 10 / of;
            out.println("refocus: " + told(reached, done, of));
        }
    }

    private String told(BackfillClient.Reached reached, long done, long of) {
        double seconds = Math.max((System.nanoTime() - start) / 1e9, 0.001);
        long left = done == 0 ? 0 : Math.round(seconds / done * (of - done));
        return String.format(
                Locale.ROOT,
                "%d %%, position %d of %d, %.0f events a second, %d:%02d left  ",
                done * 100 / of,
                reached.position(),
                reached.to(),
                reached.sent() / seconds,
                left / 60,
                left % 60);
    }

    /** Ends the bar's line, so that whatever is said next has one of its own. */
    @Override
    public void close() {
        if (onTheLine) {
            onTheLine = false;
            out.println();
        }
    }
}
