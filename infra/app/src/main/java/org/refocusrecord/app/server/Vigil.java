package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks by itself whether something is well, and says in the log of the program when it is no
 * longer, and when it is again, once each: whether anybody asks for its health is not for us to
 * say.
 */
final class Vigil implements AutoCloseable {

    private static final long EVERY_SECONDS = 5;

    private final Supplier<@Nullable String> trouble;
    private final Logger log;
    private final String ill;
    private final String again;
    private final ScheduledExecutorService timer;
    private boolean wasWell = true;

    /**
     * Over what has no trouble, or one that can be said in words.
     *
     * @param ill what is said of a trouble, with a place for it
     * @param again what is said when it is over
     */
    Vigil(String name, Supplier<@Nullable String> trouble, Logger log, String ill, String again) {
        this.trouble = trouble;
        this.log = log;
        this.ill = ill;
        this.again = again;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Begins to look. */
    void start() {
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(
                        this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            isWell();
        } catch (RuntimeException | Error away) {
            // Else nobody would look any more.
            log.debug("looked at again in a moment", away);
        }
    }

    /** Whether there is no trouble. */
    boolean isWell() {
        String now = trouble.get();
        tell(now);
        return now == null;
    }

    private synchronized void tell(@Nullable String now) {
        if (now != null && wasWell) {
            log.error(ill, now);
        }
        if (now == null && !wasWell) {
            log.warn(again);
        }
        wasWell = now == null;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
