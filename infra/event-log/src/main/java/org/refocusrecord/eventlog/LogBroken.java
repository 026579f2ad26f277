package org.refocusrecord.eventlog;

/**
 * Events are missing from the middle of the log or of a stream, where neither positions nor
 * sequences have holes: somebody took them out past every check. Nobody goes on behind the hole
 * until somebody has looked.
 */
public final class LogBroken extends RuntimeException {

    private final long from;

    private LogBroken(String what, String place, long from, long to) {
        super(
                from == to
                        ? "%s has no event at %s %d".formatted(what, place, from)
                        : "%s has no events at %ss %d to %d".formatted(what, place, from, to));
        this.from = from;
    }

    /** Between two positions of the log. */
    static LogBroken atPositions(long from, long to) {
        return new LogBroken("the log", "position", from, to);
    }

    /** Between two sequences of a stream. */
    static LogBroken atSequences(String stream, long from, long to) {
        return new LogBroken(stream, "sequence", from, to);
    }

    /** The first position, or of a stream the first sequence, that has no event. */
    public long from() {
        return from;
    }
}
