package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

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
                        Terminal.result(line(letter));
                    });
            return left[0] == 0 ? 0 : 1;
        }
    }

    /** One, as it is told: what it does not say of itself is left open. */
    static String line(JsonNode letter) {
        String cause = letter.path("cause").asString("");
        String again = letter.path("retriedAt").asString("");
        return "%s  %s  %s  %d bytes%s"
                .formatted(
                        letter.path("id").asString(),
                        cause.isEmpty() ? "-" : cause,
                        source(letter.path("source")),
                        letter.path("bytes").asInt(),
                        again.isEmpty() ? "" : "  sent again " + again);
    }

    private static String source(JsonNode source) {
        String topic = source.path("topic").asString("");
        return topic.isEmpty()
                ? "from nowhere"
                : "%s-%d@%d"
                        .formatted(
                                topic,
                                source.path("partition").asInt(),
                                source.path("offset").asLong());
    }
}
