package org.refocusrecord.eventlog;

/**
 * Events are missing from the middle of the log or of a stream, where neither positions nor
 * sequences have holes: somebody took them out past every check. Nobody goes on behind the hole
 * until somebody has looked.
 */
public abstract sealed class LogBroken extends RuntimeException {

    private LogBroken(String what, String place, long from, long to) {
        super(
                from == to
                        ? "%s has no event at %s %d".formatted(what, place, from)
                        : "%s has no events at %ss %d to %d".formatted(what, place, from, to));
    }

    /** The log as a whole. */
    public static final class AtPositions extends LogBroken {

        private final long first;

        AtPositions(long first, long last) {
            super("the log", "position", first, last);
            this.first = first;
        }

        /** The first position that has no event. */
        public long first() {
            return first;
        }
    }

    /** One stream. */
    public static final class AtSequences extends LogBroken {

        AtSequences(String stream, long first, long last) {
            super(stream, "sequence", first, last);
        }
    }
}
