package org.refocusrecord.query.access;

import org.flywaydb.core.Flyway;

import java.util.Map;

import javax.sql.DataSource;

/** Brings the tables of the access log to what this program needs. */
public final class AccessMigrations {

    private static final String SCHEMA = "refocus_access";

    private AccessMigrations() {}

    /**
     * As the owner of the database.
     *
     * @param writer the role that writes entries and reads them, and can do no more
     */
    public static void apply(DataSource owner, String writer) {
        Flyway.configure(AccessMigrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/access")
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table("migration")
                .placeholders(Map.of("writer", writer))
                .load()
                .migrate();
    }
}
