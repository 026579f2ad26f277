package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/** Tries again what waits. */
@Command(
        name = "release",
        description = {
            "Applies what waits of a case, a team or a study by the code that the server has now.",
            "Exit codes: 0 nothing of it waits, 1 some still does, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReleaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Its id, as the list has it.")
    private String id = "";

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        try (ViewsClient client = ViewsClient.of(server)) {
            JsonNode left = client.release(id);
            left.forEach(each -> Terminal.result(ListParkedCommand.line(each)));
            if (left.isEmpty()) {
                Terminal.result("nothing of " + id + " waits");
            }
            return left.isEmpty() ? 0 : 1;
        }
    }
}
