package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;

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

    @Override
    int done(ViewsClient client, String name) {
        boolean isRebuilt = isPaused(client.done(name, "pause").path("rebuild"));
        Terminal.result(
                isRebuilt
                        ? "the rebuild of %s stays where it is".formatted(name)
                        : name + " stays where it is: no rebuild of it is under way");
        return 0;
    }

    private static boolean isPaused(JsonNode rebuild) {
        return rebuild.path("state").asString("").equals("PAUSED");
    }
}
