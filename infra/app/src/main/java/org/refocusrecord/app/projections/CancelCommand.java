package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;

/** Drops what was rebuilt of a view. */
@Command(
        name = "cancel",
        description = "Drops what was rebuilt of a view.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CancelCommand extends ViewCommand {

    @Override
    int done(ViewsClient client, String name) {
        client.done(name, "cancel");
        Terminal.result(name + " is not being rebuilt");
        return 0;
    }
}
