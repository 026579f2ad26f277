package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What keeps waiting sessions from being tried again: told at once in the log, and where it lasts
 * by whoever watches.
 */
final class WaitingFaults {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingFaults.class);
    private static final String WAITING = "waiting sessions";

    private final Obstacles obstacles;
    private final Duration patience;
    private final LongSupplier nanos;
    private @Nullable String fault;
    private long since;
    private boolean isNew;

    /**
     * None yet.
     *
     * @param patience how long it may last before it is an obstacle
     * @param nanos the time, as {@link System#nanoTime()} counts it
     */
    WaitingFaults(Obstacles obstacles, Duration patience, LongSupplier nanos) {
        this.obstacles = obstacles;
        this.patience = patience;
        this.nanos = nanos;
    }

    /** Tells of one, if there is memory to do it with: else next time, or the time after that. */
    void met(Throwable failed) {
        try {
            tell(failed.getClass().getSimpleName());
        } catch (Error _) {
            // Here is nothing left to do it with.
        }
    }

    private synchronized void tell(String said) {
        isNew = true;
        if (!said.equals(fault)) {
            LOG.warn("waiting sessions are not tried: {}", said);
        }
        if (fault == null) {
            since = nanos.getAsLong();
        } else if (nanos.getAsLong() - since > patience.toNanos()) {
            obstacles.metBySome(
                    WAITING, "those that wait are not tried again (%s)".formatted(said));
        }
        fault = said;
    }

    /**
     * All that is due is tried from here on: where nothing was met since the last time, all is
     * well.
     */
    synchronized void sweep() {
        if (!isNew) {
            fault = null;
            obstacles.goneForSome(WAITING);
        }
        isNew = false;
    }
}
