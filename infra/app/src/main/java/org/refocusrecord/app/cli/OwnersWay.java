package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;

import java.nio.file.Files;

import javax.sql.DataSource;

/** The way into a record's database that its owner has, for calls that need no server. */
final class OwnersWay {

    private OwnersWay() {}

    /**
     * Into the embedded database of a folder, which must run.
     *
     * @param url another database that takes its place; null: none
     */
    static DataSource into(DataFolder folder, @Nullable String url) {
        if (url == null && Files.notExists(folder.database())) {
            throw new Hindrance(
                    "There is no embedded database in %s: set DATABASE_URL as its server has it."
                            .formatted(folder));
        }
        if (url == null && !EmbeddedDatabase.isRunning(folder)) {
            throw new Hindrance(
                    "The database of %s does not run: start the server first.".formatted(folder));
        }
        return DatabaseAccess.owner(url == null ? EmbeddedDatabase.ownerUrl(folder) : url);
    }
}
