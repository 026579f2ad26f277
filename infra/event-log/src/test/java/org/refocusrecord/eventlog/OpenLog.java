package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;

import javax.sql.DataSource;

/** An empty log on a real database, with a master key in a folder. */
public final class OpenLog implements AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);
    private final MasterKey master;
    private final EventLog log;

    public OpenLog(Path folder) {
        master = new MasterKeyFile(folder.resolve("master.key"), Randomness.secure()).open(false);
        log = over(database.appender(), master);
    }

    public EventLog log() {
        return log;
    }

    public TestDatabase database() {
        return database;
    }

    public MasterKey master() {
        return master;
    }

    /** The same log by another way. */
    public EventLog over(DataSource dataSource, MasterKey key) {
        return new EventLog(new LogStore(dataSource), key, Randomness.secure());
    }

    @Override
    public void close() {
        database.close();
    }
}
