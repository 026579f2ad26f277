package org.refocusrecord.eventlog.axon;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One reader's way along the log. Used by one thread at a time, but for the call that wakes it. It
 * stops before an event that cannot be read, and says so each time it is asked for it.
 */
final class LogMessageStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(LogMessageStream.class);
    private static final int PAGE = 1_000;

    /** Should the word of the database be lost, the next look at the log is no later than this. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final EventLog log;
    private final Arrivals arrivals;
    private final LogPages<?, Logged> pages;
    private final Deque<Logged> page = new ArrayDeque<>();
    private @Nullable TrackedEventMessage<?> next;
    private volatile long read;
    private volatile boolean closed;
    private @Nullable Thread waking;

    LogMessageStream(EventLog log, Arrivals arrivals, @Nullable TrackingToken after) {
        this.log = log;
        this.arrivals = arrivals;
        this.read = after == null ? 0 : after.position().orElse(0);
        this.pages = log.pages(read, PAGE);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null && !closed) {
            if (page.isEmpty()) {
                fetch();
            }
            Logged first = page.peek();
            if (first != null) {
                next = LogEventStorageEngine.trackedMessage(first);
                page.remove();
            }
        }
        return Optional.ofNullable(next);
    }

    private void fetch() {
        try {
            page.addAll(pages.next());
        } catch (InterruptedException whoWaitsIsTold) {
            Thread.currentThread().interrupt();
        }
        if (!page.isEmpty()) {
            read = page.getLast().position();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            arrivals.awaitBeyond(read, shorter(Duration.ofNanos(left)));
        }
        return true;
    }

    private static Duration shorter(Duration duration) {
        return duration.compareTo(LOOK) < 0 ? duration : LOOK;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
        }
        TrackedEventMessage<?> message = peek().orElseThrow();
        next = null;
        return message;
    }

    /** Each time the log has grown the callback is called, from a thread of the stream's own. */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        if (waking == null) {
            waking = Thread.ofVirtual().name("log-stream").start(() -> wake(callback));
        }
        return true;
    }

    private void wake(Runnable callback) {
        long told = read;
        while (!closed) {
            try {
                arrivals.awaitBeyond(told, LOOK);
                long head = log.head().position();
                if (head > told && !closed) {
                    told = head;
                    callback.run();
                }
            } catch (LogNotReachable | LogFault away) {
                LOG.debug("looking again", away);
                pause();
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        pages.close();
        Thread thread = waking;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
