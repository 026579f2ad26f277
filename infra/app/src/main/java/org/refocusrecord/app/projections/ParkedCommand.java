package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** Looks after what waits because an event could not be applied. */
@Command(
        name = "parked",
        description = {
            "Looks after cases with an event that a view could not apply: it and all later ones of"
                    + " the case wait. Alone it lists them: see docs/views.md.",
            "Exit codes: 0 none waits, 1 some do, 2 not possible."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {ListParkedCommand.class, ReleaseCommand.class})
public final class ParkedCommand implements Callable<Integer> {

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        return ListParkedCommand.list(server);
    }
}
