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
        Latencies before = new Latencies("sessions posted without a rebuild");
        Latencies during = new Latencies("sessions posted during a rebuild");
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
                    before.add(quiet.times(), quiet.seconds());
                    during.add(busy.times(), busy.seconds());
                }
            }
        }
        before.print(out);
        during.print(out);
        out.printf("all views rebuilt, events a second: %s%n", new Spread(rates).text(0));
    }
}
