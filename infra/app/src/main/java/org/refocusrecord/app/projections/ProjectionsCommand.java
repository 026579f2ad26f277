package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** Looks after views. */
@Command(
        name = "projections",
        description = {
            "Looks after the views of the log: see docs/views.md. Alone it lists them.",
            "Exit codes: 0 all is well, 1 something is to be looked at, 2 not possible."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ListProjectionsCommand.class,
            RebuildCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            AcceptCommand.class
        })
public final class ProjectionsCommand implements Callable<Integer> {

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        return ListProjectionsCommand.list(server);
    }
}
