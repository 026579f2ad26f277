package org.refocusrecord.eventlog.store;

import org.flywaydb.core.Flyway;

import javax.sql.DataSource;

/** Brings the tables of the log and of its keys to what this program needs. */
public final class LogMigrations {
    private static final String SCHEMA = "refocus_log";

    private LogMigrations() {}

    /**
     * As the owner of the database. Does nothing where everything is there; leaves data of a later
     * version alone.
     */
    public static void apply(DataSource owner) {
        DataFormat.requireReadable(owner);
        Flyway.configure(LogMigrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table("migration")
                .placeholderReplacement(false)
                .load()
                .migrate();
    }
}
