package org.refocusrecord.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long one call takes, by one caller: several ways side by side, each once a round, in another
 * order each time.
 *
 * @param name what is done
 * @param ways how
 */
record Timing(String name, List<Way> ways) {

    private static final int LEAST = 100;
    private static final double LONGEST = 10;
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    /** One way of doing it. */
    record Way(String name, Call call) {}

    /** What is done again and again. */
    @FunctionalInterface
    interface Call {
        /** Once; how often before. */
        void once(int index) throws Exception;
    }

    /**
     * How long: a round ends after so many calls or seconds, whichever comes first, but for a
     * hundred calls, if these do not take more than ten times the seconds.
     */
    record Rules(int rounds, int warmUps, int calls, double seconds) {}

    /** In milliseconds, of each round: half of the calls, and all but one in a hundred. */
    private record Taken(Spread half, Spread late) {}

    /** Lets each work for so long; nothing is counted. */
    void warmUp(double seconds, Progress progress) throws Exception {
        for (Way way : ways) {
            List<Double> times = round(way, new Rules(1, 0, Integer.MAX_VALUE, seconds));
            progress.says("%s, warming up: %s %,d times".formatted(name, way.name(), times.size()));
        }
    }

    /** Says of each what it took. */
    void print(Rules rules, PrintStream out, Progress progress) throws Exception {
        taken(rules, progress)
                .forEach((way, taken) ->
                        out.printf(
                                "%-66s %-26s p50 %-24s ms, p99 %s ms%n",
                                name, way, taken.half().text(2), taken.late().text(2)));
    }

    private Map<String, Taken> taken(Rules rules, Progress progress) throws Exception {
        Map<String, List<List<Double>>> all = new LinkedHashMap<>();
        ways.forEach(way -> all.put(way.name(), new ArrayList<>()));
        for (int round = -rules.warmUps(); round < rules.rounds(); round++) {
            for (int turn = 0; turn < ways.size(); turn++) {
                Way way = ways.get(Math.floorMod(turn + round, ways.size()));
                List<Double> times = round(way, rules);
                if (round >= 0) {
                    all.computeIfAbsent(way.name(), _ -> new ArrayList<>()).add(times);
                }
                progress.says(
                        "%s, round %d: %s %,d times, p50 %.2f ms"
                                .formatted(
                                        name,
                                        round + 1,
                                        way.name(),
                                        times.size(),
                                        Lag.at(times, 50)));
            }
        }
        Map<String, Taken> taken = new LinkedHashMap<>();
        all.forEach(
                (way, rounds) -> taken.put(way, new Taken(spread(rounds, 50), spread(rounds, 99))));
        return taken;
    }

    private static Spread spread(List<List<Double>> rounds, int percent) {
        return new Spread(rounds.stream().map(times -> Lag.at(times, percent)).toList());
    }

    private static List<Double> round(Way way, Rules rules) throws Exception {
        List<Double> times = new ArrayList<>();
        long begun = System.nanoTime();
        for (int call = 0; goesOn(call, (System.nanoTime() - begun) / NANOS, rules); call++) {
            long before = System.nanoTime();
            way.call().once(call);
            times.add((System.nanoTime() - before) / NANOS_OF_A_MILLISECOND);
        }
        return times;
    }

    private static boolean goesOn(int calls, double seconds, Rules rules) {
        double longest = rules.seconds() * (calls < LEAST ? LONGEST : 1);
        return calls == 0 || (calls < rules.calls() && seconds < longest);
    }
}
