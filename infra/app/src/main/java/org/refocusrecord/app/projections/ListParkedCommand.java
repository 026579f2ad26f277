package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/** Lists what waits. */
@Command(
        name = "list",
        description = {
            "Lists what waits: in which view, of which case, how many events from which position"
                    + " on, and why.",
            "Exit codes: 0 none waits, 1 some do, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ListParkedCommand implements Callable<Integer> {

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        return list(server);
    }

    static int list(ServerOption server) {
        try (ViewsClient client = ViewsClient.of(server)) {
            JsonNode parked = client.parked();
            parked.forEach(each -> Terminal.result(line(each)));
            return parked.isEmpty() ? 0 : 1;
        }
    }

    static String line(JsonNode parked) {
        return "%s  %s  %d events from position %d on  %s"
                .formatted(
                        parked.path("projection").asString(""),
                        parked.path("stream").asString(""),
                        parked.path("events").asLong(),
                        parked.path("firstPosition").asLong(),
                        parked.path("cause").asString(""));
    }
}
