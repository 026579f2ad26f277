package org.refocusrecord.app.deadletters;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** How far sending again is: a line that moves where there is a terminal, else nothing. */
final class RetryProgress implements AutoCloseable {

    private static final String OVER_WHAT_WAS_LONGER = "     ";

    private final PrintStream out;
    private final boolean moves;
    private final long start = System.nanoTime();
    private boolean onTheLine;

    RetryProgress(PrintStream out, boolean moves) {
        this.out = out;
        this.moves = moves;
    }

    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    static RetryProgress onError() {
        Console console = System.console();
        return new RetryProgress(System.err, console != null && console.isTerminal());
    }

    /** So many were sent, and so many are to be looked at yet. */
    void reached(long sent, long ahead) {
        if (moves) {
            double seconds = Math.max((System.nanoTime() - start) / 1e9, 0.001);
            out.print(
                    String.format(
                            Locale.ROOT,
                            "\r%,d sent again, %.0f a second, %,d to look at yet%s",
                            sent,
                            sent / seconds,
                            ahead,
                            OVER_WHAT_WAS_LONGER));
            out.flush();
            onTheLine = true;
        }
    }

    /** Ends the line, so that whatever is said next has one of its own. */
    void endLine() {
        if (onTheLine) {
            onTheLine = false;
            out.println();
        }
    }

    @Override
    public void close() {
        endLine();
    }
}
