package org.refocusrecord.command.door.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What needs the database or the brokers is tried again and again while they are away, until the
 * inbox is closed.
 */
final class Perseverance {

    private static final Logger LOG = LoggerFactory.getLogger(Perseverance.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_WORDS = Duration.ofMinutes(1);

    private final AtomicLong told = new AtomicLong(System.nanoTime() - BETWEEN_WORDS.toNanos() - 1);
    private volatile boolean closed;

    /** The inbox was closed before a record came to its end. */
    static final class Closed extends RuntimeException {
        Closed() {
            super("the inbox is closed", null, false, false);
        }
    }

    /**
     * What comes of it as soon as it does not fail.
     *
     * @throws Closed where the inbox was closed before
     */
    <T> T insistOn(Supplier<T> work) {
        return untilDone(work, cause -> tell("not reached: " + cause.getClass().getSimpleName()));
    }

    /**
     * The same, where somebody else says of each try why it failed.
     *
     * @throws Closed where the inbox was closed before
     */
    void insistOn(Runnable work, Consumer<Throwable> failing) {
        untilDone(
                () -> {
                    work.run();
                    return true;
                },
                failing);
    }

    private <T> T untilDone(Supplier<T> work, Consumer<Throwable> failing) {
        while (true) {
            try {
                return work.get();
            } catch (Closed over) {
                throw over;
            } catch (RuntimeException failed) {
                Throwable cause =
                        failed instanceof CompletionException wrapped && wrapped.getCause() != null
                                ? wrapped.getCause()
                                : failed;
                failing.accept(cause);
                rest();
            }
        }
    }

    /**
     * Does it as soon as it does not fail.
     *
     * @throws Closed where the inbox was closed before
     */
    void insistOn(Runnable work) {
        insistOn(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Waits a moment before the next try, and says why now and then, however many wait.
     *
     * @throws Closed where the inbox was closed before
     */
    void pause(String why) {
        tell(why);
        rest();
    }

    private void tell(String why) {
        long before = told.get();
        long now = System.nanoTime();
        if (now - before > BETWEEN_WORDS.toNanos() && told.compareAndSet(before, now)) {
            LOG.warn("sessions by Kafka are tried again and again: {}", why);
        }
    }

    private void rest() {
        if (closed) {
            throw new Closed();
        }
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Closed();
        }
    }

    /** Nothing is tried again any more. */
    void close() {
        closed = true;
    }
}
