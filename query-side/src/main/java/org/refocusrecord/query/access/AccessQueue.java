package org.refocusrecord.query.access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Entries that wait to be written, the oldest first. They wait here until they are. */
final class AccessQueue {

    private record Waiting(Access access, long since) {}

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean closed;

    /** With room for so many. */
    AccessQueue(int most) {
        this.most = most;
    }

    /** Whether one more has room. */
    boolean hasRoom() {
        lock.lock();
        try {
            return !closed && waiting.size() < most;
        } finally {
            lock.unlock();
        }
    }

    /** Adds all of them, or none: false. */
    boolean offer(List<Access> accesses) {
        lock.lock();
        try {
            boolean fits = !closed && waiting.size() + accesses.size() <= most;
            if (fits) {
                accesses.forEach(this::add);
            }
            return fits;
        } finally {
            lock.unlock();
        }
    }

    /** Adds one for which there was room a moment ago, be it beyond what the queue holds. */
    void addBeyond(Access access) {
        lock.lock();
        try {
            add(access);
        } finally {
            lock.unlock();
        }
    }

    private void add(Access access) {
        waiting.addLast(new Waiting(access, System.nanoTime()));
        changed.signalAll();
    }

    /**
     * Waits until something is due: so many entries wait, or the oldest has waited so long, or the
     * queue was closed. Answers with up to so many of the oldest, which stay here; with none when
     * it is closed and empty.
     */
    List<Access> due(int many, Duration oldest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.size() < many && !closed) {
                if (waiting.isEmpty()) {
                    changed.await();
                    continue;
                }
                long left = oldest.toNanos() - (System.nanoTime() - waiting.getFirst().since());
                if (left <= 0) {
                    break;
                }
                boolean _ = changed.await(left, TimeUnit.NANOSECONDS);
            }
            return first(many);
        } finally {
            lock.unlock();
        }
    }

    private List<Access> first(int many) {
        List<Access> first = new ArrayList<>(Math.min(many, waiting.size()));
        Iterator<Waiting> all = waiting.iterator();
        while (all.hasNext() && first.size() < many) {
            first.add(all.next().access());
        }
        return first;
    }

    /** The oldest so many were written. */
    void written(int many) {
        lock.lock();
        try {
            for (int one = 0; one < many; one++) {
                waiting.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** How long the oldest has waited; zero where none waits. */
    Duration age() {
        lock.lock();
        try {
            return waiting.isEmpty()
                    ? Duration.ZERO
                    : Duration.ofNanos(System.nanoTime() - waiting.getFirst().since());
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits is due at once. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
