package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** Drops what was rebuilt of a view. */
@Command(
        name = "cancel",
        description = "Drops what was rebuilt of a view.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The view, as the list has it.")
    private String name = "";

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        try (ViewsClient client = ViewsClient.of(server)) {
            client.done(name, "cancel");
            Terminal.result(name + " is not being rebuilt");
            return 0;
        }
    }
}
