package org.refocusrecord.suites;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.testkit.TestDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

/** An empty log on a real database, and as many nodes on it as are asked for. */
final class OpenLog implements AutoCloseable {

    private static final MasterKey MASTER = master();

    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);
    private final HikariDataSource appender = pool(database.as("refocus_appender"));
    private final EventLog log = node(appender);

    private static MasterKey master() {
        try {
            Path folder = Files.createTempDirectory("suites");
            return new MasterKeyFile(folder.resolve("master.key"), Randomness.secure()).open(false);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    EventLog log() {
        return log;
    }

    /** Another node on the same database, over connections of its own. */
    EventLog node(DataSource connections) {
        return new EventLog(new LogStore(connections), MASTER, Randomness.secure());
    }

    TestDatabase database() {
        return database;
    }

    static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        appender.close();
        database.close();
    }
}
