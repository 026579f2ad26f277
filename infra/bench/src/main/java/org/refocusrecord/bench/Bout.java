package org.refocusrecord.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

/**
 * Contestants side by side: in each round each of them once, in another order each time, so that a
 * slow minute of the machine falls on all of them.
 *
 * @param name what is done
 * @param callers how many at once
 * @param contestants who does it
 * @param whole whether it is done once a round, from beginning to end
 */
record Bout(String name, int callers, List<Contestant> contestants, boolean whole) {

    Bout(String name, int callers, List<Contestant> contestants) {
        this(name, callers, contestants, false);
    }

    // Streams are made for so many.
    private static final int WARMING = 4_000;
    private static final int MOST_SPELLS = 16;
    private static final double FASTER = 1.03;
    // Of the time that it worked: less is what a server always has.
    private static final double COMPILED = 0.1;
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;
    private static final Race WHOLE = new Race(1, 1, 3600);

    /** Of work that is done once a round. */
    static Bout whole(String name, Contestant... contestants) {
        return new Bout(name, 1, List.of(contestants), true);
    }

    /** How long, how often, and where check points are made before each. */
    record Rules(int rounds, int warmUps, int operations, double seconds, DataSource database) {}

    /** What each achieved in each round. */
    Map<String, Spread> fought(Rules rules, Progress progress) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        contestants.forEach(contestant -> rates.put(contestant.name(), new ArrayList<>()));
        for (int round = -rules.warmUps(); round < rules.rounds(); round++) {
            for (int turn = 0; turn < contestants.size(); turn++) {
                Contestant contestant =
                        contestants.get(Math.floorMod(turn + round, contestants.size()));
                Round once = once(contestant, rules);
                if (round >= 0) {
                    rates.computeIfAbsent(contestant.name(), _ -> new ArrayList<>())
                            .add(once.rate());
                }
                progress.says(
                        "%s, %d callers, round %d: %s %,.0f/s, collecting garbage %.0f %% of it"
                                .formatted(
                                        name,
                                        callers,
                                        round + 1,
                                        contestant.name(),
                                        once.rate(),
                                        once.collecting() * 100));
            }
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        rates.forEach((contestant, all) -> spreads.put(contestant, new Spread(all)));
        return spreads;
    }

    /**
     * Lets each work for so long in two spells, and on while it still gets faster or Java is still
     * busy compiling: the more code a contestant has, the longer that takes. Nothing is counted.
     */
    void warmUp(double time, Progress progress) throws Exception {
        for (Contestant contestant : contestants) {
            if (whole) {
                warmUp(contestant.name(), () -> again(contestant, time / 2), progress);
            } else {
                try (Work work = contestant.ready(callers, WARMING)) {
                    Race race = new Race(callers, Integer.MAX_VALUE, time / 2);
                    warmUp(contestant.name(), () -> race.run(work), progress);
                }
            }
        }
    }

    private void warmUp(String contestant, Callable<Double> spell, Progress progress)
            throws Exception {
        double best = 0;
        double rate = 0;
        double compiling = 0;
        for (int one = 1;
                one <= MOST_SPELLS && (rate >= best * FASTER || compiling > COMPILED);
                one++) {
            best = Math.max(best, rate);
            long compiled = COMPILER.getTotalCompilationTime();
            long begun = System.nanoTime();
            rate = spell.call();
            compiling =
                    (COMPILER.getTotalCompilationTime() - compiled)
                            * NANOS_OF_A_MILLISECOND
                            / (System.nanoTime() - begun);
            progress.says(
                    "%s, %d callers, warming up: %s %,.0f/s, compiling %.0f %% of the time"
                            .formatted(name, callers, contestant, rate, compiling * 100));
        }
    }

    /** From beginning to end, and once more while there is time; how fast it was at last. */
    private static double again(Contestant contestant, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        double rate;
        do {
            try (Work work = contestant.ready(1, 1)) {
                rate = WHOLE.run(work);
            }
        } while (System.nanoTime() < end);
        return rate;
    }

    /** How fast, and for how much of the time Java stood still to collect garbage. */
    private record Round(double rate, double collecting) {}

    private Round once(Contestant contestant, Rules rules) throws Exception {
        int few = callers == 1 ? rules.operations() / 4 : rules.operations();
        Race race = whole ? WHOLE : new Race(callers, Math.max(callers, few), rules.seconds());
        try (Work work = contestant.ready(race.callers(), race.operations())) {
            Sql.run(rules.database(), "checkpoint");
            long collected = collected();
            long begun = System.nanoTime();
            double rate = race.run(work);
            double took = System.nanoTime() - begun;
            return new Round(rate, (collected() - collected) * NANOS_OF_A_MILLISECOND / took);
        }
    }

    /** In milliseconds, since this process began. */
    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
