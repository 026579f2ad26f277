package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Does things side by side, but those of one lane one after the other, in the order in which they
 * came. Each has a thread of its own, since it waits for the disk most of the time.
 */
final class Lanes implements AutoCloseable {

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("inbox-", 0).factory());
    private final Executor beginning;
    // Lists that make room for one before they change, so that a lack of memory changes nothing.
    private final Map<Object, Queue<Turn>> waiting = new HashMap<>();
    private final Duration patience;
    private int underWay;
    private boolean closed;

    /**
     * Each thing in a thread of its own.
     *
     * @param patience how long what is under way may take at the end
     */
    Lanes(Duration patience) {
        this.patience = patience;
        this.beginning = threads;
    }

    /** Each thing as somebody else begins it. */
    Lanes(Duration patience, Executor beginning) {
        this.patience = patience;
        this.beginning = beginning;
    }

    /** Something that is done in its turn. */
    interface Turn {

        /** What the next of the lane waits for. */
        void take();

        /** What is left to do while the next has its turn, whatever became of its own. */
        default void rest() {}

        /** In the place of both, where there was no thread for it. */
        void notBegun(Throwable why);
    }

    /**
     * Does something when all before it in the lane has had its turn, whatever became of that. What
     * it leaves to do is done while the next has its own, and it is under way until then. Once they
     * are closed nothing is begun any more.
     *
     * @throws Error where there is no memory for it: then it is as if nothing had been said
     */
    void submit(Object lane, Turn turn) {
        synchronized (this) {
            if (closed) {
                return;
            }
            Queue<Turn> before = waiting.get(lane);
            if (before == null) {
                begun(lane);
            } else {
                before.add(turn);
            }
            underWay++;
            if (before != null) {
                return;
            }
        }
        begin(lane, turn);
    }

    /** The map may have it before it finds that it has no memory for it. */
    @SuppressWarnings("JdkObsolete")
    private void begun(Object lane) {
        try {
            waiting.put(lane, new LinkedList<>());
        } catch (Error noMemory) {
            waiting.remove(lane);
            throw noMemory;
        }
    }

    /** It, or the first behind it for which there is a thread. */
    private void begin(Object lane, Turn first) {
        Turn turn = first;
        while (turn != null) {
            Turn begun = turn;
            try {
                beginning.execute(() -> run(lane, begun));
                return;
            } catch (RuntimeException | Error noThread) {
                tellNotBegun(begun, noThread);
                turn = next(lane);
            }
        }
    }

    /** Whatever becomes of that: those behind it have nobody else to begin them. */
    private void tellNotBegun(Turn turn, Throwable why) {
        try {
            // Where they are closed it is as if it had never come.
            if (!isClosed()) {
                turn.notBegun(why);
            }
        } catch (RuntimeException | Error _) {
            // It comes again, and is told then: here is nothing left to do it with.
        } finally {
            ended();
        }
    }

    private void run(Object lane, Turn turn) {
        try {
            try {
                turn.take();
            } finally {
                Turn next = next(lane);
                if (next != null) {
                    begin(lane, next);
                }
            }
        } finally {
            try {
                turn.rest();
            } finally {
                ended();
            }
        }
    }

    /** Whose turn it is now; null: nobody's, and the lane is gone. */
    private synchronized @Nullable Turn next(Object lane) {
        Queue<Turn> behind = waiting.get(lane);
        Turn next = behind == null ? null : behind.poll();
        if (next == null) {
            waiting.remove(lane);
        }
        return next;
    }

    private synchronized void ended() {
        underWay--;
        notifyAll();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** How many tasks are under way or wait for their turn. */
    synchronized int underWay() {
        return underWay;
    }

    /** Waits until no more than so many are under way. */
    synchronized void awaitAtMost(int most) throws InterruptedException {
        while (underWay > most) {
            wait();
        }
    }

    private synchronized void takeNoMore() {
        closed = true;
    }

    @Override
    public void close() {
        takeNoMore();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
