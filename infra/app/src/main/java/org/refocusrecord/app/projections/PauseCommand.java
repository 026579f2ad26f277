package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

/** Lets a view, or its rebuild, stay where it is. */
@Command(
        name = "pause",
        description =
                "Lets a view stay where it is; where it is being rebuilt, the rebuild, while the"
                        + " view goes on.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PauseCommand extends ViewCommand {

    @Option(
            names = "--rebuild",
            description = "The rebuild alone: where it has ended, nothing stays where it is.")
    private boolean rebuild;

    @Override
    int done(ViewsClient client, String name) {
        JsonNode view = client.done(name, rebuild ? "pause?of=REBUILD" : "pause");
        if (isPaused(view.path("rebuild"))) {
            Terminal.result("the rebuild of %s stays where it is".formatted(name));
            return 0;
        }
        Terminal.result(
                rebuild
                        ? "no rebuild of %s is under way, and the view is left as it is"
                                .formatted(name)
                        : name + " stays where it is: no rebuild of it is under way");
        return rebuild ? 1 : 0;
    }

    private static boolean isPaused(JsonNode rebuild) {
        return rebuild.path("state").asString("").equals("PAUSED");
    }
}
