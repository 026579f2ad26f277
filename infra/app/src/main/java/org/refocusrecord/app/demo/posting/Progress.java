package org.refocusrecord.app.demo.posting;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how far the posting has come: as a bar that moves where there is a terminal, else as a line
 * for every tenth.
 */
public final class Progress {

    private static final int WIDTH = 30;
    private static final String OVER_WHAT_WAS_LONGER = "     ";
    private static final long BETWEEN = 200_000_000;

    private final PrintStream out;
    private final boolean moves;
    private final int lines;
    private final long start = System.nanoTime();
    private long shownAt = start;
    private int done;
    private int tenths;

    /** Of so many lines. */
    Progress(PrintStream out, boolean moves, int lines) {
        this.out = out;
        this.moves = moves;
        this.lines = lines;
    }

    /** On standard error. */
    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    public static Progress onError(int lines) {
        Console console = System.console();
        return new Progress(System.err, console != null && console.isTerminal(), lines);
    }

    synchronized void posted(Tally tally) {
        if (moves && System.nanoTime() - shownAt > BETWEEN) {
            shownAt = System.nanoTime();
            out.print("\r" + bar() + told(tally) + OVER_WHAT_WAS_LONGER);
            out.flush();
        }
    }

    synchronized void finished(Tally tally) {
        done++;
        int reached = done * 10 / lines;
        if (!moves && reached > tenths) {
            tenths = reached;
            out.println("refocus: " + told(tally));
        }
    }

    synchronized void ended(Tally tally) {
        if (moves) {
            out.println("\r" + bar() + told(tally) + OVER_WHAT_WAS_LONGER);
        }
    }

    private String bar() {
        int full = done * WIDTH / lines;
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] ";
    }

    private String told(Tally tally) {
        double seconds = (System.nanoTime() - start) / 1e9;
        long left = done == 0 ? 0 : Math.round(seconds / done * (lines - done));
        return String.format(
                Locale.ROOT,
                "%d %%, %d posts, %.0f a second, %d:%02d left",
                done * 100 / lines,
                tally.all(),
                tally.all() / Math.max(seconds, 0.001),
                left / 60,
                left % 60);
    }
}
