package org.refocusrecord.app.cli;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.postgres.EmbeddedDatabase;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.nio.file.Files;

/** Says how to come into the embedded database. */
@Command(
        name = "db-url",
        description = {
            "Prints a postgresql:// URL of the embedded database for its owner, for looking and for"
                    + " backup. It holds the owner's password."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DbUrlCommand implements Runnable {

    @Mixin private final DataOption data = new DataOption();

    @Override
    public void run() {
        DataFolder folder = DataFolder.existing(data.path());
        if (Files.notExists(folder.database())) {
            throw new Hindrance(
                    "There is no embedded database in %s: its server was given another one."
                            .formatted(folder));
        }
        if (!EmbeddedDatabase.isRunning(folder)) {
            Terminal.say("the database is not running at present");
        }
        Terminal.result(EmbeddedDatabase.ownerUrl(folder));
    }
}
