package org.refocusrecord.app.deadletters;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** Shows one. */
@Command(
        name = "show",
        description = "Shows all that is known of one, as JSON, but nothing that was said in it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ShowDeadLetterCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Its id, as the list has it.")
    private String id = "";

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        try (DeadLetterClient client = DeadLetterClient.of(server)) {
            Terminal.result(client.one(id).toPrettyString());
            return 0;
        }
    }
}
