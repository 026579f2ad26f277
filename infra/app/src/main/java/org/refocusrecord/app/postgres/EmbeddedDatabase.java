package org.refocusrecord.app.postgres;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Passwords;
import org.refocusrecord.app.data.Ports;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.eventlog.store.LogRoles;
import org.refocusrecord.eventlog.store.WriteAheadLog;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * A real PostgreSQL in the data folder. It runs in a session of its own, so that a key pressed in
 * the terminal ends the server first and the database after it. Should it end by itself while the
 * server lives, it is started again.
 */
public final class EmbeddedDatabase implements Database {

    private static final String NAME = "refocus_record";

    private final DataFolder folder;
    private final Cluster cluster;
    private final Consumer<String> progress;
    private @Nullable DatabaseWatch watch;

    /**
     * Of a folder that is prepared and locked by this process.
     *
     * @param progress told what takes its time
     */
    public EmbeddedDatabase(DataFolder folder, Programs programs, Consumer<String> progress) {
        this.folder = folder;
        this.cluster = new Cluster(folder, programs);
        this.progress = progress;
    }

    @Override
    public DatabaseAccess start() {
        Passwords passwords = new Passwords(folder);
        Login superuser = new Login(Cluster.SUPERUSER, passwords.of(Cluster.SUPERUSER));
        if (!cluster.exists()) {
            progress.accept("making the database (the first time only)");
            cluster.make(superuser.password());
        }
        int port = cluster.start();
        DatabaseAccess access =
                new DatabaseAccess(
                        url(port, NAME),
                        superuser,
                        login(passwords, LogRoles.OWNER),
                        login(passwords, LogRoles.APPENDER),
                        login(passwords, DatabaseAccess.PROJECTOR));
        setUp(access, url(port, "postgres"), passwords.of(LogRoles.READER));
        watch = DatabaseWatch.over(cluster, port);
        return access;
    }

    private static void setUp(DatabaseAccess access, String serverUrl, String readerPassword) {
        DatabaseAccess server = access.at(serverUrl);
        Administration ofServer = new Administration(server.as(server.administrator()));
        Administration ofDatabase = new Administration(access.as(access.administrator()));
        try {
            ofServer.ensureLogRole(access.owner());
            ofServer.ensureRoles(access, readerPassword);
            ofServer.ensureDatabase(NAME, access.owner().role());
            ofDatabase.ensureViewsSchema(access.projector().role());
        } catch (LogFault | LogNotReachable | SQLException refused) {
            throw new Hindrance(
                    "The database runs, but cannot be used (%s). If keys/database-passwords.properties was lost, put it back from its backup."
                            .formatted(refused.getMessage()),
                    refused);
        }
    }

    /** The URL by which the owner comes into the database of this folder. */
    public static String ownerUrl(DataFolder folder) {
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(
                        LogRoles.OWNER,
                        new Passwords(folder).of(LogRoles.OWNER),
                        new Ports(folder).kept("database").orElse(0),
                        NAME);
    }

    /** Whether the database of a folder runs, with a server or without. */
    public static boolean isRunning(DataFolder folder) {
        try {
            return new Postmaster(folder.database()).running().isPresent();
        } catch (IOException unreadable) {
            throw new Hindrance(
                    "The data folder %s cannot be read (%s).".formatted(folder, unreadable),
                    unreadable);
        }
    }

    private static Login login(Passwords passwords, String role) {
        return new Login(role, passwords.of(role));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The one thing that a server does with the administrator's login while it runs. */
    @Override
    public boolean writeLogOver(DatabaseAccess access) {
        return new WriteAheadLog(access.as(access.administrator())).writeOver();
    }

    @Override
    public void close() {
        DatabaseWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
        cluster.stop();
    }
}
