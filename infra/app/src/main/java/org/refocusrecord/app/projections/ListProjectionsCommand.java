package org.refocusrecord.app.projections;

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
            "Lists the views: how many events each has handled of all, how many rows it holds,"
                    + " their digest, and how it stands with a rebuild.",
            "Exit codes: 0 all is well, 1 one fails, stands still or differs, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ListProjectionsCommand implements Callable<Integer> {

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        return list(server);
    }

    static int list(ServerOption server) {
        try (ViewsClient client = ViewsClient.of(server)) {
            JsonNode views = client.views();
            ViewTable.lines(views).forEach(Terminal::result);
            for (JsonNode view : views) {
                JsonNode rebuild = view.path("rebuild");
                if (rebuild.path("state").asString("").equals("DIFFERS")) {
                    Findings.differences(rebuild).stream()
                            .limit(1)
                            .forEach(first ->
                                    Terminal.say(
                                            "%s, rebuilt, differs: %s"
                                                    .formatted(
                                                            view.path("name").asString(""),
                                                            first)));
                }
            }
            return views.valueStream().anyMatch(Findings::isOne) ? 1 : 0;
        }
    }
}
