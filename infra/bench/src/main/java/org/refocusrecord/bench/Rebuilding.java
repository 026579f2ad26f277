package org.refocusrecord.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All views rebuilt beside those that are read, while sessions are posted at a steady pace: how
 * long it takes, and what a post takes then and takes otherwise. All of it by HTTP.
 */
final class Rebuilding {

    private static final int CALLERS = 8;
    // Of the seconds of a round: so long is posted before each rebuild.
    private static final double BEFORE = 10;
    private static final double NANOS = 1e9;

    private final Rebuilds rebuilds;
    private final SteadyPosting posting;

    Rebuilding(Product product, Ours ours, Story story, int perSecond) throws Exception {
        this.rebuilds = new Rebuilds(product, story.cast().trust());
        this.posting = new SteadyPosting(product, ours, story, CALLERS, perSecond);
    }

    void print(Timing.Rules rules, PrintStream out, Progress progress) throws Exception {
        List<Double> rates = new ArrayList<>();
        Posts before = new Posts("without a rebuild");
        Posts during = new Posts("during a rebuild");
        rebuilds.awaitSeal();
        try (SteadyPosting.Pace pace = posting.begin()) {
            for (int round = -rules.warmUps(); round < rules.rounds(); round++) {
                TimeUnit.NANOSECONDS.sleep((long) (rules.seconds() * BEFORE * NANOS));
                SteadyPosting.Window quiet = pace.window();
                long events = rebuilds.run();
                SteadyPosting.Window busy = pace.window();
                double rate = events / busy.seconds();
                progress.says(
                        "rebuild, round %d: %,.0f events a second, %,d posts meanwhile"
                                .formatted(round + 1, rate, busy.times().size()));
                if (round >= 0) {
                    rates.add(rate);
                    before.add(quiet);
                    during.add(busy);
                }
            }
        }
        before.print(out);
        during.print(out);
        out.printf("all views rebuilt, events a second: %s%n", new Spread(rates).text(0));
    }

    /** What posts took, round by round. */
    private record Posts(String when, List<Double> rates, List<Double> half, List<Double> late) {

        Posts(String when) {
            this(when, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(SteadyPosting.Window window) {
            rates.add(window.times().size() / window.seconds());
            boolean none = window.times().isEmpty();
            half.add(none ? Double.NaN : Lag.at(window.times(), 50));
            late.add(none ? Double.NaN : Lag.at(window.times(), 99));
        }

        void print(PrintStream out) {
            out.printf(
                    "sessions posted %-18s %s a second, p50 %s ms, p99 %s ms%n",
                    when,
                    new Spread(rates).text(1),
                    new Spread(half).text(1),
                    new Spread(late).text(1));
        }
    }
}
