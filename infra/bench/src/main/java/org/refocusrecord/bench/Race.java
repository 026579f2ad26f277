package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Callers working at once, until all is done or the time is over, whichever comes first.
 *
 * @param callers how many
 * @param operations how often at most
 * @param seconds how long at most
 */
record Race(int callers, int operations, double seconds) {

    /** Operations per second; throws what the first caller that failed threw. */
    double run(Work work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        long nanos = (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int index = 0; index < callers; index++) {
            int caller = index;
            threads.add(
                    Thread.ofPlatform()
                            .name("caller-" + caller)
                            .start(() -> {
                                try {
                                    ready.countDown();
                                    go.await();
                                    long end = System.nanoTime() + nanos;
                                    while (next.getAndIncrement() < operations
                                            && System.nanoTime() < end
                                            && failure.get() == null) {
                                        work.once(caller);
                                        done.incrementAndGet();
                                    }
                                } catch (Exception failed) {
                                    failure.compareAndSet(null, failed);
                                }
                            }));
        }
        ready.await();
        long start = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        long took = System.nanoTime() - start;
        Exception failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return work.units() * done.get() * 1e9 / took;
    }
}
