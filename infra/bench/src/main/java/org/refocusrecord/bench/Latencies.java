package org.refocusrecord.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What something took, round by round. */
final class Latencies {

    private final String what;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> half = new ArrayList<>();
    private final List<Double> late = new ArrayList<>();

    /** Of what, and when. */
    Latencies(String what) {
        this.what = what;
    }

    /** What was done in a round, in milliseconds each. */
    void add(List<Double> times, double seconds) {
        rates.add(times.size() / seconds);
        boolean none = times.isEmpty();
        half.add(none ? Double.NaN : Lag.at(times, 50));
        late.add(none ? Double.NaN : Lag.at(times, 99));
    }

    void print(PrintStream out) {
        out.printf(
                "%-34s %s a second, p50 %s ms, p99 %s ms%n",
                what,
                new Spread(rates).text(1),
                new Spread(half).text(1),
                new Spread(late).text(1));
    }
}
