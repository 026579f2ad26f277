package org.refocusrecord.app.cli;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.eventlog.MasterKeyChange;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.MasterKeyRows;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes the master key. */
@Command(
        name = "rotate",
        description = {
            "Changes the master key while the servers run; broken off, the next call goes on.",
            "With DATABASE_URL the first call makes the new key, and the next one, when"
                    + " keys/master.key was copied to every server, puts it to use."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class RotateCommand implements Runnable {

    @Mixin private final DataOption data = new DataOption();

    @Override
    public void run() {
        DataFolder folder = DataFolder.existing(data.path());
        String url = UpCommand.databaseUrl();
        MasterKeyRows rows = new MasterKeyRows(OwnersWay.into(folder, url));
        MasterKeyChange change =
                new MasterKeyChange(
                        new MasterKeyFile(folder.masterKey(), Randomness.secure()), rows);
        boolean alone =
                rows.alone(() -> {
                    if (url != null && change.begun().isEmpty()) {
                        prepare(folder, change);
                    } else {
                        finish(folder, change);
                    }
                });
        if (!alone) {
            throw new Hindrance("Somebody else is changing the master key of this record.");
        }
    }

    private static void prepare(DataFolder folder, MasterKeyChange change) {
        String id = change.begin();
        Terminal.result(
                "Master key %s was made and is not in use yet. Copy %s to every server of this record, and to its backups; then call this again."
                        .formatted(id, folder.masterKey()));
    }

    private static void finish(DataFolder folder, MasterKeyChange change) {
        String id = change.begin();
        change.finish(count -> Terminal.say("%,d keys are wrapped anew".formatted(count)));
        Terminal.result(
                "All keys are wrapped by master key %s, and %s holds no other. Back it up now, apart from the database."
                        .formatted(id, folder.masterKey()));
    }
}
