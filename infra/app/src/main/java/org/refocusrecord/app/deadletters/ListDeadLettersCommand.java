package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** Lists them. */
@Command(
        name = "list",
        description = {
            "Lists them: id, cause, where each came from, and when it was sent again.",
            "Exit codes: 0 there are none that were not sent again, 1 there are, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ListDeadLettersCommand implements Callable<Integer> {

    @Mixin private final CauseOption cause = new CauseOption();

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        String code = cause.code();
        try (DeadLetterClient client = DeadLetterClient.of(server)) {
            long[] left = {0};
            client.each(
                    code,
                    letter -> {
                        boolean again = !letter.path("retriedAt").isNull();
                        left[0] += again ? 0 : 1;
                        Terminal.result(
                                "%s  %s  %s-%d@%d  %d bytes%s"
                                        .formatted(
                                                letter.path("id").asString(),
                                                letter.path("cause").asString(),
                                                letter.at("/source/topic").asString(),
                                                letter.at("/source/partition").asInt(),
                                                letter.at("/source/offset").asLong(),
                                                letter.path("bytes").asInt(),
                                                again
                                                        ? "  sent again "
                                                                + letter.path("retriedAt")
                                                                        .asString()
                                                        : ""));
                    });
            return left[0] == 0 ? 0 : 1;
        }
    }
}
