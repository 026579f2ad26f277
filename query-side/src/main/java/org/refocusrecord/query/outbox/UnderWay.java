package org.refocusrecord.query.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Pages that were sent and are not yet acknowledged as a whole. One thread adds and looks; the
 * producer tells from its own.
 */
final class UnderWay {

    private static final int MOST_PAGES = 16;
    private static final long MOST_BYTES = 32 << 20;

    private final Deque<Page> pages = new ArrayDeque<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private volatile boolean waiting;
    private volatile boolean failed;
    private long reached;

    /** All up to there is acknowledged. */
    UnderWay(long reached) {
        this.reached = reached;
    }

    /** A page, which ends at a position: what is not sent may stand behind its last event. */
    final class Page {

        private final List<OutgoingEvent> events;
        private final long end;
        private final boolean[] there;
        private final AtomicInteger left;

        private Page(List<OutgoingEvent> events, long end) {
            this.events = events;
            this.end = end;
            this.there = new boolean[events.size()];
            this.left = new AtomicInteger(events.size());
        }

        /** Whom to tell of one of its events, which is about to be sent. */
        EventsPublisher.Told of(int index) {
            int size = events.get(index).size();
            bytes.addAndGet(size);
            return new EventsPublisher.Told() {
                @Override
                public void acknowledged() {
                    there[index] = true;
                    acknowledged.incrementAndGet();
                    long now = bytes.addAndGet(-size);
                    boolean isWhole = left.decrementAndGet() == 0;
                    boolean makesRoom = now <= MOST_BYTES && now + size > MOST_BYTES;
                    if (waiting && (isWhole || makesRoom)) {
                        wake();
                    }
                }

                @Override
                public void failed() {
                    failed = true;
                    wake();
                }
            };
        }

        private long reachedInside() {
            for (int index = 0; index < there.length; index++) {
                if (!there[index]) {
                    return events.get(index).position() - 1;
                }
            }
            return end;
        }
    }

    Page begin(List<OutgoingEvent> events, long end) {
        Page page = new Page(events, end);
        pages.addLast(page);
        return page;
    }

    /** Up to where all is acknowledged, by whole pages. */
    long reached() {
        for (Page first = pages.peekFirst();
                first != null && first.left.get() == 0;
                first = pages.peekFirst()) {
            reached = first.end;
            pages.removeFirst();
        }
        return reached;
    }

    /** Up to where all is acknowledged, event by event, once nobody tells any more. */
    long reachedAtTheEnd() {
        long whole = reached();
        Page first = pages.peekFirst();
        return first == null ? whole : Math.max(whole, first.reachedInside());
    }

    /** How many events were acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** The first position that is not known to be acknowledged. */
    long next() {
        return reached() + 1;
    }

    boolean isEmpty() {
        return reached() >= 0 && pages.isEmpty();
    }

    /** No more are sent before some of these are acknowledged. */
    boolean isFull() {
        return pages.size() >= MOST_PAGES || isHeavy();
    }

    /** So many bytes are on their way that not even one more event is sent. */
    boolean isHeavy() {
        return bytes.get() > MOST_BYTES;
    }

    /** Waits until the first page is there as a whole, or one failed, or the time is over. */
    void awaitPage(Duration most) throws InterruptedException {
        Page first = pages.peekFirst();
        await(() -> first == null || first.left.get() == 0, most);
    }

    /** Waits until there is room for an event, or one failed, or the time is over. */
    void awaitRoom(Duration most) throws InterruptedException {
        await(() -> !isHeavy(), most);
    }

    private void await(BooleanSupplier until, Duration most) throws InterruptedException {
        long nanos = most.toNanos();
        lock.lockInterruptibly();
        try {
            waiting = true;
            while (!failed && nanos > 0 && !until.getAsBoolean()) {
                nanos = told.awaitNanos(nanos);
            }
        } finally {
            waiting = false;
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
