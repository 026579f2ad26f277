package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Does things side by side, but those of one lane one after the other, in the order in which they
 * came.
 */
final class Lanes implements AutoCloseable {

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("inbox-", 0).factory());
    private final Map<Object, CompletableFuture<Void>> last = new HashMap<>();
    private final Duration patience;
    private int underWay;
    private boolean closed;

    /**
     * Lanes.
     *
     * @param patience how long what is under way may take at the end
     */
    Lanes(Duration patience) {
        this.patience = patience;
    }

    /** Something that is done in its turn, and answers with what is left to do beside the lane. */
    @FunctionalInterface
    interface Turn {
        Runnable take();
    }

    /**
     * Does something when all before it in the lane has had its turn, whatever became of that. What
     * it leaves to do is done while the next has its own, and it is under way until then. Once they
     * are closed nothing is begun any more.
     *
     * @throws RuntimeException where there is no thread for it, as an {@link Error} may be: then it
     *     is as if nothing had been said
     */
    synchronized void submit(Object lane, Turn turn) {
        if (closed) {
            return;
        }
        CompletableFuture<Void> before =
                last.getOrDefault(lane, CompletableFuture.completedFuture(null));
        CompletableFuture<Void> own = new CompletableFuture<>();
        last.put(lane, own);
        underWay++;
        try {
            var _ =
                    before.handleAsync((_, _) -> done(lane, own, turn), threads)
                            .whenComplete((_, _) -> ended(lane, own));
        } catch (RuntimeException | Error noThread) {
            ended(lane, own);
            throw noThread;
        }
    }

    /** In one thread, since none is begun any more once they are closed. */
    private @Nullable Void done(Object lane, CompletableFuture<Void> own, Turn turn) {
        Runnable rest;
        try {
            rest = turn.take();
        } finally {
            pass(lane, own);
        }
        rest.run();
        return null;
    }

    /** Its turn is over, and the next has its own. */
    private void pass(Object lane, CompletableFuture<Void> own) {
        own.complete(null);
        synchronized (this) {
            last.remove(lane, own);
        }
    }

    private void ended(Object lane, CompletableFuture<Void> own) {
        pass(lane, own);
        synchronized (this) {
            underWay--;
            notifyAll();
        }
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
