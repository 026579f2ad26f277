package org.refocusrecord.app.server;

import org.refocusrecord.query.access.AccessMonths;
import org.refocusrecord.query.access.AccessNotKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Makes the months of the access log ahead, and drops those that need not be kept any longer. */
final class AccessUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessUpkeep.class);
    private static final long EVERY_MINUTES = 60;

    private final AccessMonths months;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("access-months").daemon().factory());

    AccessUpkeep(AccessMonths months) {
        this.months = months;
    }

    /** At once, and then every hour. */
    void start() {
        keepUp();
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(
                        this::keepUp, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void keepUp() {
        try {
            months.makeAhead();
            int dropped = months.dropOld();
            if (dropped > 0) {
                LOG.info("{} months of the access log were dropped: refocus.access.keep", dropped);
            }
        } catch (AccessNotKept busy) {
            // The month of an entry is made with it, if need be.
            LOG.warn("the months of the access log are seen to later: {}", busy.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
