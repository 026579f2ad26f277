package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Rebuilds views step by step, as long as there is something to rebuild. */
final class RebuildingThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildingThread.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    /** What is live goes on meanwhile, and this comes after. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    /** So long it rests where it waits, perhaps for somebody's word. */
    private static final int MOMENTS_AT_MOST = 20;

    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);

    private final Rebuilding rebuilding;
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable String fault;
    private int idle;

    RebuildingThread(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
        this.thread = Thread.ofPlatform().name("views-next").daemon().unstarted(this::goOn);
    }

    void start() {
        thread.start();
    }

    private void goOn() {
        while (!closed) {
            Duration rest;
            try {
                idle = rebuilding.step() ? 0 : Math.min(idle + 1, MOMENTS_AT_MOST);
                rest = A_MOMENT.multipliedBy(idle);
                fault = null;
            } catch (RuntimeException | OutOfMemoryError failed) {
                // Nothing was lost: the page is read again.
                told(failed);
                rest = AFTER_A_FAULT;
            }
            LockSupport.parkNanos(rest.toNanos());
        }
    }

    /** Once of each, for it may last. */
    private void told(Throwable failed) {
        String cause =
                failed instanceof RuntimeException known
                        ? Applying.cause(known)
                        : failed.getClass().getName();
        if (!cause.equals(fault)) {
            LOG.error("views are not rebuilt: {}", cause);
        }
        fault = cause;
    }

    /** Is to stop after what is under way. */
    void end() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Stops after what is under way. */
    @Override
    public void close() {
        end();
        try {
            if (thread.isAlive()) {
                thread.join(STOP);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
