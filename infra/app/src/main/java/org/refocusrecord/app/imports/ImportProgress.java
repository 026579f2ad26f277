package org.refocusrecord.app.imports;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/**
 * How far a file is: a bar that moves where there is a terminal, else a line for every tenth. Where
 * nobody knows how long it is, only what was done is told, now and then.
 */
final class ImportProgress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final double SECONDS_BETWEEN_WORDS = 10;
    private static final String OVER_WHAT_WAS_LONGER = "     ";

    private final PrintStream out;
    private final boolean moves;
    private final long size;
    private final long start = System.nanoTime();
    private int tenths;
    private int words;
    private boolean onTheLine;
    private boolean closed;

    ImportProgress(PrintStream out, boolean moves, long size) {
        this.out = out;
        this.moves = moves;
        this.size = size;
    }

    /** On standard error, of so many bytes; 0: nobody knows. */
    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    static ImportProgress onError(long size) {
        Console console = System.console();
        return new ImportProgress(System.err, console != null && console.isTerminal(), size);
    }

    synchronized void reached(long bytes, ImportTally tally) {
        if (closed) {
            return;
        }
        if (moves) {
            out.print("\r" + bar(bytes) + told(bytes, tally) + OVER_WHAT_WAS_LONGER);
            out.flush();
            onTheLine = true;
        } else if (isWorthALine(bytes)) {
            out.println("refocus: " + told(bytes, tally));
        }
    }

    private boolean isWorthALine(long bytes) {
        int tenthsNow = size == 0 ? 0 : (int) (bytes * 10 / size);
        int wordsNow = size == 0 ? (int) (seconds() / SECONDS_BETWEEN_WORDS) : 0;
        boolean isWorth = tenthsNow > tenths || wordsNow > words;
        tenths = tenthsNow;
        words = wordsNow;
        return isWorth;
    }

    synchronized void ended(ImportTally tally) {
        if (moves) {
            reached(size, tally);
        }
    }

    /** Ends the bar's line, so that whatever is said next has one of its own; also by Ctrl-C. */
    @Override
    public synchronized void close() {
        closed = true;
        if (onTheLine) {
            onTheLine = false;
            out.println();
        }
    }

    private String bar(long bytes) {
        if (size == 0) {
            return "";
        }
        int full = (int) Math.min(bytes * WIDTH / size, WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] ";
    }

    private String told(long bytes, ImportTally tally) {
        double seconds = seconds();
        String done =
                String.format(
                        Locale.ROOT, "%d lines, %.0f a second", tally.all(), tally.all() / seconds);
        if (size == 0) {
            return done;
        }
        long left = Math.max(Math.round(seconds / Math.max(bytes, 1) * (size - bytes)), 0);
        return String.format(
                Locale.ROOT,
                "%d %%, %s, %d:%02d left",
                Math.min(bytes * 100 / size, 100),
                done,
                left / 60,
                left % 60);
    }

    private double seconds() {
        return Math.max((System.nanoTime() - start) / 1e9, 0.001);
    }
}
