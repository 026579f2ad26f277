package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Measures the log beside Axon's stock engines and beside what PostgreSQL itself can do. */
@Command(
        name = "refocus-bench",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures the log, its peers and the limits side by side.")
public final class Bench implements Callable<Integer> {

    static final String STAND = "stand";
    private static final String FOLLOW = "follow";
    private static final long WARMING_EVENTS = 100_000;
    private static final int EVENTS_OF_A_CASE = 20;

    @Option(names = "--events", split = ",", description = "How many events are stored first.")
    private List<Long> events = List.of(100_000L);

    @Option(names = "--rounds", description = "How often each is measured.")
    private int rounds = 5;

    @Option(names = "--warm-ups", description = "Rounds before those that count.")
    private int warmUps = 1;

    @Option(
            names = "--warm-up-seconds",
            description =
                    "How long each works beforehand, on another database, for Java to compile.")
    private double warmUpSeconds = 20;

    @Option(names = "--operations", description = "How many at most in a round.")
    private int operations = 20_000;

    @Option(names = "--seconds", description = "How long a round lasts at most.")
    private double seconds = 3;

    @Option(
            names = "--only",
            split = ",",
            description =
                    "Only these: create, append, sessions, import, replay, loading, growing, lag,"
                            + " access, inbox, outbox, views, audit, history, rebuild,"
                            + " exports.")
    private Set<String> only = new TreeSet<>();

    @Option(names = "--callers", split = ",", description = "How many at once.")
    private List<Integer> callers = List.of(1, 8, 32);

    @Option(names = "--ids", description = "The ids that callers give: V7 or RANDOM.")
    private Ids ids = Ids.V7;

    @Option(names = "--data", description = "A data folder to keep; else one that is thrown away.")
    private @Nullable Path data;

    @Option(names = "--long-case", description = "How many events a long case has.")
    private int longCase = 20_000;

    @Option(names = "--lags", description = "From how many events the lag is taken.")
    private int lags = 200;

    @Option(names = "--people", description = "How many people's years history and audit have.")
    private int people = 950;

    @Option(names = "--long-plan", description = "How many events a long case of history has.")
    private int longPlan = 5_000;

    @Option(
            names = "--steady",
            description =
                    "How many sessions a second come for inbox's lag, and beside a rebuild or"
                            + " exports.")
    private int steady = 50;

    @Option(
            names = "--brokers",
            description = "Kafka's, for inbox and outbox; else one of the product's own.")
    private @Nullable String brokers;

    @Option(
            names = "--follow",
            split = ",",
            description = "Once more with the views following, where so many events are stored.")
    private Set<Long> follow = new TreeSet<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final PrintStream out;
    private final Progress progress;

    Bench(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = new Progress(progress);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        System.exit(new CommandLine(new Bench(System.out, System.err)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!events.containsAll(follow)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--follow has a size that --events lacks");
        }
        Results results = new Results();
        List<Long> sizes = events.stream().sorted().toList();
        try {
            if (isWanted(Names.BY_KAFKA)) {
                byKafka(sizes.getFirst(), results);
            }
            if (isWanted(Names.OF_HISTORY)) {
                for (long size : sizes) {
                    ofHistory(size, results);
                }
            }
            if (isWanted(Names.BY_ITSELF)) {
                byItself(sizes, results);
            }
        } finally {
            // What was measured is told, whatever became of the rest, be it the database.
            report(sizes, results);
        }
        return 0;
    }

    private void byItself(List<Long> sizes, Results results) throws Exception {
        warmUp();
        if (data != null) {
            byItself(data, sizes, results);
            return;
        }
        try (Scratch scratch = Scratch.made()) {
            byItself(scratch.data(), sizes, results);
        }
    }

    private void byItself(Path folder, List<Long> sizes, Results results) throws Exception {
        try (Product product = Product.started(folder, progress);
                Field field = new Field(product, ids)) {
            Machine.print(product.administrator(), out);
            for (long size : sizes) {
                pass(field, size, product, results);
            }
        }
    }

    /** In a folder of its own, whatever folder is named. */
    private void byKafka(long stored, Results results) throws Exception {
        KafkaPass.Size size =
                new KafkaPass.Size(
                        ids,
                        stored,
                        casesOfAnImport() * Field.SESSIONS_OF_A_CASE,
                        warmUpSeconds,
                        rounds,
                        warmUps,
                        lags,
                        steady);
        try (Scratch scratch = Scratch.made()) {
            new KafkaPass(size, brokers, out, progress)
                    .run(scratch.data(), this::isWanted, results);
        }
    }

    /** In a folder of its own too. */
    private void ofHistory(long stored, Results results) throws Exception {
        HistoryPass.Size size =
                new HistoryPass.Size(
                        ids,
                        stored,
                        people,
                        longPlan,
                        warmUpSeconds,
                        new Timing.Rules(rounds, warmUps, operations, seconds),
                        steady);
        try (Scratch scratch = Scratch.made()) {
            new HistoryPass(size, out, progress).run(scratch.data(), this::isWanted, results);
        }
    }

    private void pass(Field field, long size, Product product, Results results) throws Exception {
        product.follow(false);
        field.fill(size, progress);
        // Else the database does it by itself, for as long as all of this is measured.
        Sql.run(product.administrator(), "vacuum (analyze)");
        progress.says("vacuumed");
        measure(field, size, STAND, product, results);
        if (follow.contains(size)) {
            product.catchUp(progress);
            measure(field, size, FOLLOW, product, results);
        }
        out.printf("%,d events stored at first, %,d in the end%n", size, field.stored());
        field.sizes().forEach(out::println);
    }

    private void report(List<Long> sizes, Results results) {
        out.printf(
                "ids of callers: %s; of events: V7; no Words in create and append, three texts in"
                        + " sessions%n",
                ids);
        new Report(results, ids, out).print(sizes, List.of(STAND, FOLLOW));
    }

    /**
     * A server that has stood for a minute is compiled. What is measured is that, of ours and of
     * the peers alike; the database is another, so that nothing is stored that was not asked for.
     */
    private void warmUp() throws Exception {
        if (warmUpSeconds <= 0) {
            return;
        }
        int most = callers.stream().max(Comparator.naturalOrder()).orElseThrow();
        try (Scratch scratch = Scratch.made();
                Product product = Product.started(scratch.data(), progress);
                Field field = new Field(product, ids)) {
            product.follow(false);
            // The others make what they need.
            long stored = isWanted(Names.REPLAY) ? WARMING_EVENTS : 0;
            field.fill(stored, progress);
            List<Bout> bouts = new ArrayList<>(field.bouts(most));
            bouts.addAll(field.wholes(stored, casesOfAnImport(), longCase));
            for (Bout bout : bouts) {
                if (isWanted(bout.name())) {
                    bout.warmUp(warmUpSeconds, progress);
                }
            }
        }
    }

    /**
     * What is measured shall not make much more of what is stored; and it is as much at every size,
     * so that they can be compared.
     */
    private int operationsOfARound() {
        long least = events.stream().min(Comparator.naturalOrder()).orElseThrow();
        return (int) Math.min(operations, Math.max(1_000, least / 20));
    }

    /**
     * As many events as there are operations: in a shorter one little but its beginning is seen.
     */
    private int casesOfAnImport() {
        return Math.max(1, operations / EVENTS_OF_A_CASE);
    }

    private void measure(Field field, long size, String column, Product product, Results results)
            throws Exception {
        Bout.Rules rules =
                new Bout.Rules(
                        rounds, warmUps, operationsOfARound(), seconds, product.administrator());
        List<Bout> bouts = new ArrayList<>();
        callers.forEach(many -> bouts.addAll(field.bouts(many)));
        bouts.addAll(field.wholes(size, casesOfAnImport(), longCase));
        for (Bout bout : bouts) {
            if (isWanted(bout.name())) {
                bout.fought(rules, progress)
                        .forEach((contestant, spread) ->
                                results.add(
                                        new Results.Key(
                                                size,
                                                column,
                                                bout.name(),
                                                bout.callers(),
                                                contestant),
                                        spread));
            }
        }
        if (isWanted(Names.LAG)) {
            field.lag(product).print(lags, out, progress);
        }
    }

    private boolean isWanted(List<String> names) {
        return names.stream().anyMatch(this::isWanted);
    }

    private boolean isWanted(String name) {
        return only.isEmpty() || only.contains(name);
    }
}
