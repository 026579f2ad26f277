package org.refocusrecord.app.imports;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** How far a file is: a bar that moves where there is a terminal, else a line for every tenth. */
final class ImportProgress {

    private static final int WIDTH = 30;
    private static final String OVER_WHAT_WAS_LONGER = "     ";

    private final PrintStream out;
    private final boolean moves;
    private final long size;
    private final long start = System.nanoTime();
    private int tenths;

    private ImportProgress(PrintStream out, boolean moves, long size) {
        this.out = out;
        this.moves = moves;
        this.size = Math.max(size, 1);
    }

    /** On standard error, of so many bytes. */
    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    static ImportProgress onError(long size) {
        Console console = System.console();
        return new ImportProgress(System.err, console != null && console.isTerminal(), size);
    }

    void reached(long bytes, ImportTally tally) {
        if (moves) {
            out.print("\r" + bar(bytes) + told(bytes, tally) + OVER_WHAT_WAS_LONGER);
            out.flush();
        } else if (bytes * 10 / size > tenths) {
            tenths = (int) (bytes * 10 / size);
            out.println("refocus: " + told(bytes, tally));
        }
    }

    void ended(ImportTally tally) {
        if (moves) {
            out.println("\r" + bar(size) + told(size, tally) + OVER_WHAT_WAS_LONGER);
        }
    }

    private String bar(long bytes) {
        int full = (int) Math.min(bytes * WIDTH / size, WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] ";
    }

    private String told(long bytes, ImportTally tally) {
        double seconds = Math.max((System.nanoTime() - start) / 1e9, 0.001);
        long left = Math.round(seconds / Math.max(bytes, 1) * (size - bytes));
        return String.format(
                Locale.ROOT,
                "%d %%, %d lines, %.0f a second, %d:%02d left",
                Math.min(bytes * 100 / size, 100),
                tally.all(),
                tally.all() / seconds,
                Math.max(left, 0) / 60,
                Math.max(left, 0) % 60);
    }
}
