package org.refocusrecord.app.deadletters;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.cli.MovingLine;
import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;
import org.refocusrecord.app.data.Hindrance;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Sends some again. */
@Command(
        name = "retry",
        description = {
            "Sends some again, as they came, to where they came. What becomes of each is told on"
                    + " the topic of outcomes.",
            "Sent twice it is recorded once. Broken off, --all can be called again and goes on.",
            "Exit codes: 0 all were sent, 1 one is not to be had any more or not taken by its"
                    + " topic, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RetryDeadLettersCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Their ids, as the list has them.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All that were not sent again yet.")
    private boolean all;

    @Mixin private final CauseOption cause = new CauseOption();

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        String code = cause.code();
        requireOneOrTheOther();
        try (DeadLetterClient client = DeadLetterClient.of(server)) {
            return (all ? retryAll(client, code) : retry(client)) ? 0 : 1;
        }
    }

    private void requireOneOrTheOther() {
        if (all && !ids.isEmpty()) {
            throw new Hindrance("Say which ones, or --all: one or the other.");
        }
        if (!all && cause.isGiven()) {
            throw new Hindrance("--cause goes with --all, and with no ids.");
        }
        if (!all && ids.isEmpty()) {
            throw new Hindrance("Say which ones, or --all.");
        }
    }

    /** One that is left keeps none behind it from being sent. */
    private boolean retry(DeadLetterClient client) {
        boolean isEach = true;
        for (String id : ids) {
            Optional<Left> left = client.retry(id);
            if (left.isEmpty()) {
                Terminal.result(id + " was sent again");
            } else {
                isEach = false;
                Terminal.say(left.get().sentence(id));
            }
        }
        return isEach;
    }

    private static boolean retryAll(DeadLetterClient client, @Nullable String cause) {
        RetryTally tally = new RetryTally();
        try (RetryProgress progress = new RetryProgress(MovingLine.onError())) {
            client.retryAll(
                    cause,
                    page -> {
                        if (!page.path("left").isEmpty()) {
                            progress.endLine();
                        }
                        tally.add(page);
                        progress.reached(tally.sent(), page.path("ahead").asLong());
                    });
        } catch (Hindrance stopped) {
            Terminal.say(tally + ", and then no more. Call again to go on.");
            throw stopped;
        }
        Terminal.result(tally + ".");
        return tally.isEach();
    }
}
