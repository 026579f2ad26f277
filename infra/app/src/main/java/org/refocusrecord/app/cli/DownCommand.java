package org.refocusrecord.app.cli;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.server.RunningServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends the server of a data folder. */
@Command(
        name = "down",
        description = "Stops the server of a data folder. The data stays.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DownCommand implements Runnable {

    @Mixin private final DataOption data = new DataOption();

    @Override
    public void run() {
        DataFolder folder = DataFolder.existing(data.path());
        boolean wasThere = RunningServer.end(folder);
        Terminal.say(
                (wasThere ? "stopped; the data stays in " : "nothing was running on ") + folder);
    }
}
