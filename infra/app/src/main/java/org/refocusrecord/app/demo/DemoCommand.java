package org.refocusrecord.app.demo;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Version;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.demo.posting.Poster;
import org.refocusrecord.app.demo.posting.Progress;
import org.refocusrecord.app.demo.posting.Tally;
import org.refocusrecord.app.demo.trial.Line;
import org.refocusrecord.app.demo.trial.TrialSize;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/** Loads a made-up trial, as clients would: through the public API. */
@Command(
        name = "demo",
        description = {
            "Loads a synthetic trial through the public API. Nobody in it exists.",
            "The same seed gives the same trial: called again, it adds what is missing.",
            "It speaks for many accounts: what the one of --token may not do is refused."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DemoCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int WITH_REFUSALS = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2011",
            description = "What chance follows from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--teams",
            paramLabel = "N",
            defaultValue = "27",
            description = "How many of the 27 teams (default: ${DEFAULT-VALUE}).")
    private int teams;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many of the twelve months (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "How many times the published caseloads (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many clients post at once (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        Trial trial = trial();
        Host host = Host.of(server);
        List<List<Line>> stages = trial.stages();
        int lines = stages.stream().mapToInt(List::size).sum();
        Poster poster = new Poster(host.url(), host.tokens(), clients);
        Tally tally = poster.post(stages, Progress.onError(lines));
        tell(tally);
        new Addresses(trial, host.url(), server.shown()).lines().forEach(System.out::println);
        return tally.refused() == 0 ? DONE : WITH_REFUSALS;
    }

    private Trial trial() {
        if (clients < 1 || clients > 64) {
            throw new Hindrance("--clients is 1 to 64");
        }
        try {
            return Trial.of(new TrialSize(seed, teams, months, scale));
        } catch (IllegalArgumentException wrong) {
            throw new Hindrance(wrong.getMessage() + ".", wrong);
        }
    }

    private static void tell(Tally tally) {
        System.out.printf(
                "recorded %d, repeated %d, refused %d%n",
                tally.recorded(), tally.repeated(), tally.refused());
        tally.codes().forEach((code, count) -> System.out.printf("  %s %d%n", code, count));
        tally.examples().forEach(example -> System.err.println("refocus: refused: " + example));
    }
}
