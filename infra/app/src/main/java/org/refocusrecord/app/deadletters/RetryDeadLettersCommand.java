package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;
import org.refocusrecord.app.data.Hindrance;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Sends some again. */
@Command(
        name = "retry",
        description = {
            "Sends some again, as they came, to where they came. What becomes of each is told on"
                    + " the topic of outcomes.",
            "Sent twice it is recorded once."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RetryDeadLettersCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Their ids, as the list has them.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All that were not sent again yet.")
    private boolean all;

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        if (all != ids.isEmpty()) {
            throw new Hindrance("Say which ones, or --all.");
        }
        try (DeadLetterClient client = DeadLetterClient.of(server)) {
            List<String> wanted = new ArrayList<>(ids);
            if (all) {
                client.each(letter -> {
                    if (letter.path("retriedAt").isNull()) {
                        wanted.add(letter.path("id").asString());
                    }
                });
            }
            int left = 0;
            for (String id : wanted) {
                left += isSent(client, id) ? 0 : 1;
            }
            return left == 0 ? 0 : 1;
        }
    }

    /** One that is not to be had any more keeps none behind it from being sent. */
    private static boolean isSent(DeadLetterClient client, String id) {
        boolean sent = client.retry(id);
        if (sent) {
            Terminal.result(id + " was sent again");
        } else {
            Terminal.say(id + " is not to be had any more, or its value is not");
        }
        return sent;
    }
}
