package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Sessions that are posted by HTTP by some callers, so many a second whatever becomes of them. */
final class SteadyPosting {

    private static final int CASES = 256;
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final Story story;
    private final List<Door> doors = new ArrayList<>();
    private final List<CaseId> cases;
    private final int perSecond;

    SteadyPosting(Product product, Ours ours, Story story, int callers, int perSecond)
            throws Exception {
        this.story = story;
        this.perSecond = perSecond;
        for (int caller = 0; caller < callers; caller++) {
            doors.add(
                    Door.of(
                            product,
                            TokenRequest.of(Role.CLINICAL_SYSTEM)
                                    .trust(story.cast().trust())
                                    .subject("bench:" + caller)));
        }
        this.cases = ours.opened(callers, CASES * Turns.EACH);
    }

    Pace begin() {
        return new Pace();
    }

    /**
     * What was posted within some time.
     *
     * @param times how long each took, in milliseconds from the moment when it was due
     */
    record Window(List<Double> times, double seconds) {}

    /** Posts until it is closed. */
    final class Pace implements AutoCloseable {

        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        private final List<Thread> callers = new ArrayList<>();
        private final long begun = System.nanoTime();
        private List<Double> times = new ArrayList<>();
        private long since = begun;
        private volatile boolean ended;

        private Pace() {
            Turns<CaseId> turns = Turns.of(cases, doors.size());
            for (int caller = 0; caller < doors.size(); caller++) {
                int number = caller;
                callers.add(
                        Thread.ofPlatform()
                                .name("posting-" + number)
                                .start(() -> post(number, turns)));
            }
        }

        private void post(int caller, Turns<CaseId> turns) {
            try {
                for (long next = caller; !ended; next += doors.size()) {
                    long due = begun + (long) (next * NANOS / perSecond);
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    String session =
                            story.session(turns.next(caller)).posting().content().canonical();
                    doors.get(caller).post("/sessions", session);
                    took((System.nanoTime() - due) / NANOS_OF_A_MILLISECOND);
                }
            } catch (Exception failed) {
                failure.compareAndSet(null, failed);
            }
        }

        private synchronized void took(double milliseconds) {
            times.add(milliseconds);
        }

        /** What was posted since this was asked last; throws what the first that failed threw. */
        synchronized Window window() throws Exception {
            Exception failed = failure.get();
            if (failed != null) {
                throw failed;
            }
            long now = System.nanoTime();
            Window window = new Window(times, (now - since) / NANOS);
            times = new ArrayList<>();
            since = now;
            return window;
        }

        @Override
        public void close() {
            ended = true;
            try {
                for (Thread caller : callers) {
                    caller.join();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
