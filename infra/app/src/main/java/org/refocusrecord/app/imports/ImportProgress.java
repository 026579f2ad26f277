package org.refocusrecord.app.imports;

import org.refocusrecord.app.cli.MovingLine;

import java.util.Locale;

/**
 * How far a file is: a bar that moves where there is a terminal, else a line for every tenth. Where
 * nobody knows how long it is, only what was done is told, now and then.
 */
final class ImportProgress implements AutoCloseable {

    private static final double SECONDS_BETWEEN_WORDS = 10;

    private final MovingLine line;
    private final long size;
    private final long start = System.nanoTime();
    private int tenths;
    private int words;

    /** Of so many bytes; 0: nobody knows. */
    ImportProgress(MovingLine line, long size) {
        this.line = line;
        this.size = size;
    }

    synchronized void reached(long bytes, ImportTally tally) {
        if (line.moves()) {
            line.show((size == 0 ? "" : MovingLine.bar(bytes, size)) + told(bytes, tally));
        } else if (isWorthALine(bytes)) {
            line.say(told(bytes, tally));
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

    void ended(ImportTally tally) {
        if (line.moves()) {
            reached(size, tally);
        }
    }

    /** Also by Ctrl-C: nothing is shown after it. */
    @Override
    public void close() {
        line.close();
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
