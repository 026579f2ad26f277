package org.refocusrecord.eventlog;

/**
 * Events are missing from the middle of the log, where positions have no holes: somebody took them
 * out past every check. Nobody goes on behind the hole until somebody has looked.
 */
public final class LogBroken extends RuntimeException {

    private final long from;

    LogBroken(long from, long to) {
        super(
                from == to
                        ? "the log has no event at position " + from
                        : "the log has no events at positions %d to %d".formatted(from, to));
        this.from = from;
    }

    /** The first position that has no event. */
    public long from() {
        return from;
    }
}
