package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** Lets a view move again, and its rebuild. */
@Command(
        name = "resume",
        description = "Lets a view move again, and its rebuild.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The view, as the list has it.")
    private String name = "";

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        try (ViewsClient client = ViewsClient.of(server)) {
            client.done(name, "resume");
            Terminal.result(name + " moves");
            return 0;
        }
    }
}
