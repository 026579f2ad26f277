package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Lets what was rebuilt go live though it differs. */
@Command(
        name = "accept",
        description = {
            "Lets what was rebuilt of a view take its place though it differs, and says how it"
                    + " does. Who let it is kept. For administrators of all trusts.",
            "Exit codes: 0 it was accepted, 1 there is nothing to accept, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AcceptCommand extends ViewCommand {

    @Override
    int done(ViewsClient client, String name) {
        JsonNode before = client.view(name).path("rebuild");
        List<String> differences = Findings.differences(before);
        if (!before.path("told").asBoolean() || isOver(before)) {
            Terminal.say(name + " has nothing that was rebuilt and differs");
            return 1;
        }
        differences.forEach(Terminal::say);
        JsonNode rebuild = client.done(name, "accept").path("rebuild");
        String by = rebuild.path("acceptedBy").asString("");
        if (by.isEmpty()) {
            Terminal.say(name + " is compared again just now: it was not accepted");
            return 1;
        }
        Terminal.result("%s goes live as it was rebuilt: %s let it".formatted(name, by));
        return 0;
    }

    private static boolean isOver(JsonNode rebuild) {
        return !rebuild.path("endedAt").isNull();
    }
}
