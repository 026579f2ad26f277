package org.refocusrecord.query.projection;

import org.flywaydb.core.Flyway;

import javax.sql.DataSource;

/** Brings the tables of the views to what this program needs. */
public final class ViewMigrations {

    private static final String SCHEMA = "refocus_views";

    private ViewMigrations() {}

    /** As the owner of the database, once the log's own tables are there. */
    public static void apply(DataSource owner) {
        Flyway.configure(ViewMigrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/views")
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table("migration")
                .load()
                .migrate();
    }
}
