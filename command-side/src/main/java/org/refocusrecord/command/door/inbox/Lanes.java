package org.refocusrecord.command.door.inbox;

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

    /**
     * Does something when all before it in the lane is done, whatever became of that. Once they are
     * closed nothing is done any more.
     */
    synchronized void submit(Object lane, Runnable task) {
        if (closed) {
            return;
        }
        CompletableFuture<Void> before =
                last.getOrDefault(lane, CompletableFuture.completedFuture(null));
        CompletableFuture<Void> own =
                before.handleAsync(
                        (_, _) -> {
                            task.run();
                            return null;
                        },
                        threads);
        last.put(lane, own);
        underWay++;
        var _ = own.whenComplete((_, _) -> done(lane, own));
    }

    private synchronized void done(Object lane, CompletableFuture<Void> own) {
        last.remove(lane, own);
        underWay--;
        notifyAll();
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
