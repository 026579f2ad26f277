package org.refocusrecord.bench;

import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sessions posted at a steady pace, one care plan and one first page of goals after the other read,
 * without and while others have the plans of a whole team sent to them, over and over. All of it by
 * HTTP.
 */
final class Exporting {

    private static final int POSTING = 8;
    private static final int EXPORTING = 24;
    // Of the seconds of a round: so long is posted with exports, and so long without.
    private static final double EACH = 5;
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final Door auditor;
    private final People people;
    private final SteadyPosting posting;
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Exporting(Product product, Ours ours, Story story, People people, int perSecond)
            throws Exception {
        this.auditor = Door.of(product, TokenRequest.of(Role.AUDITOR).trust(people.cast().trust()));
        this.people = people;
        this.posting = new SteadyPosting(product, ours, story, POSTING, perSecond);
    }

    void print(Timing.Rules rules, PrintStream out, Progress progress) throws Exception {
        Measured without = new Measured("without exports");
        Measured beside = new Measured("beside exports");
        List<Double> exported = new ArrayList<>();
        try (SteadyPosting.Pace pace = posting.begin()) {
            for (int round = -rules.warmUps(); round < rules.rounds(); round++) {
                double rate;
                long nanos = (long) (rules.seconds() * EACH * NANOS);
                Measured quiet = round < 0 ? new Measured("") : without;
                Measured busy = round < 0 ? new Measured("") : beside;
                measure(nanos, pace, quiet);
                try (Exports exports = new Exports()) {
                    // What was posted before is not to be counted.
                    TimeUnit.MILLISECONDS.sleep(200);
                    pace.window();
                    long begun = System.nanoTime();
                    long before = exports.plans();
                    measure(nanos, pace, busy);
                    rate = (exports.plans() - before) * NANOS / (System.nanoTime() - begun);
                }
                pace.window();
                if (round >= 0) {
                    exported.add(rate);
                }
                progress.says("exports, round %d: %,.0f plans a second".formatted(round + 1, rate));
            }
        }
        without.print(out);
        beside.print(out);
        out.printf(
                "plans sent a second to %d who export: %s; %d exports broken off, %d refused%n",
                EXPORTING, new Spread(exported).text(0), brokenOff.get(), refused.get());
    }

    private void measure(long nanos, SteadyPosting.Pace pace, Measured measured) throws Exception {
        List<Double> plans = new ArrayList<>();
        List<Double> goals = new ArrayList<>();
        long begun = System.nanoTime();
        for (int next = 0; System.nanoTime() - begun < nanos; next++) {
            People.Recorded person = people.recorded().get(next % people.recorded().size());
            plans.add(took("/cases/" + person.caseId() + "/care-plan"));
            goals.add(took("/audit/goals?teamId=" + people.cast().team()));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - begun) / NANOS;
        measured.plans.add(plans, seconds);
        measured.goals.add(goals, seconds);
        SteadyPosting.Window window = pace.window();
        measured.posts.add(window.times(), window.seconds());
    }

    private double took(String path) throws Exception {
        long begun = System.nanoTime();
        auditor.get(path);
        return (System.nanoTime() - begun) / NANOS_OF_A_MILLISECOND;
    }

    private static final class Measured {

        private final Latencies posts;
        private final Latencies plans;
        private final Latencies goals;

        Measured(String when) {
            this.posts = new Latencies("sessions posted " + when);
            this.plans = new Latencies("a plan read " + when);
            this.goals = new Latencies("a page of goals " + when);
        }

        void print(PrintStream out) {
            posts.print(out);
            plans.print(out);
            goals.print(out);
        }
    }

    /** Those who export, until it is closed. */
    private final class Exports implements AutoCloseable {

        private final List<Thread> callers = new ArrayList<>();
        private long plans;
        private volatile boolean ended;

        Exports() {
            for (int caller = 0; caller < EXPORTING; caller++) {
                callers.add(Thread.ofPlatform().name("exporting-" + caller).start(this::export));
            }
        }

        private void export() {
            while (!ended) {
                try {
                    if (!auditor.lines("/care-plans?teamId=" + people.cast().team(), this::came)) {
                        refused.incrementAndGet();
                        TimeUnit.MILLISECONDS.sleep(100);
                    }
                } catch (IOException cut) {
                    brokenOff.incrementAndGet();
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }

        /** Whether the next is wanted too. */
        private synchronized boolean came() {
            plans++;
            return !ended;
        }

        /** How many came so far. */
        synchronized long plans() {
            return plans;
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
