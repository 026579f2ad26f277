package org.refocusrecord.app.backfill;

import org.refocusrecord.app.cli.MovingLine;

import java.util.Locale;

/** How far a topic is filled: a bar that moves where there is a terminal, else a line a tenth. */
final class BackfillProgress implements AutoCloseable {

    private final MovingLine line;
    private final long start = System.nanoTime();
    private long first = -1;
    private long tenths;

    BackfillProgress(MovingLine line) {
        this.line = line;
    }

    void reached(BackfillClient.Reached reached) {
        if (first < 0) {
            first = reached.position();
        }
        long of = Math.max(reached.to() - first, 1);
        long done = Math.min(reached.position() - first, of);
        if (line.moves()) {
            line.show(MovingLine.bar(done, of) + told(reached, done, of));
        } else if (done * 10 / of > tenths) {
            tenths = done * 10 / of;
            line.say(told(reached, done, of));
        }
    }

    private String told(BackfillClient.Reached reached, long done, long of) {
        double seconds = Math.max((System.nanoTime() - start) / 1e9, 0.001);
        long left = done == 0 ? 0 : Math.round(seconds / done * (of - done));
        return String.format(
                Locale.ROOT,
                "%d %%, position %d of %d, %.0f events a second, %d:%02d left",
                done * 100 / of,
                reached.position(),
                reached.to(),
                reached.sent() / seconds,
                left / 60,
                left % 60);
    }

    @Override
    public void close() {
        line.close();
    }
}
