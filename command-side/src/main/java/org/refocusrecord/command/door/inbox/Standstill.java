package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether sessions that were taken come to their end. */
final class Standstill {

    private final Lanes lanes;
    private final InboxCounts counts;
    private final Duration patience;
    private final LongSupplier nanos;
    private long seen = -1;
    private long since;

    /**
     * Of what is under way in these lanes.
     *
     * @param patience how long none may come to its end
     * @param nanos the time, as {@link System#nanoTime()} counts it
     */
    Standstill(Lanes lanes, InboxCounts counts, Duration patience, LongSupplier nanos) {
        this.lanes = lanes;
        this.counts = counts;
        this.patience = patience;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** That none does, since somebody asked first; null where one did, or there is none. */
    synchronized @Nullable String trouble() {
        int underWay = lanes.underWay();
        long ended = counts.outcomes();
        long now = nanos.getAsLong();
        if (underWay == 0 || ended != seen) {
            seen = ended;
            since = now;
        }
        return underWay == 0 || now - since <= patience.toNanos()
                ? null
                : "none of the %d that were taken has come to its end for %d seconds"
                        .formatted(underWay, patience.toSeconds());
    }
}
