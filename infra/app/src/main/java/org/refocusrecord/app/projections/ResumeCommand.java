package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;

import picocli.CommandLine.Command;

/** Lets a view move again, and its rebuild. */
@Command(
        name = "resume",
        description = "Lets a view move again, and its rebuild.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ResumeCommand extends ViewCommand {

    @Override
    int done(ViewsClient client, String name) {
        client.done(name, "resume");
        Terminal.result(name + " moves");
        return 0;
    }
}
