package org.refocusrecord.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.io.UncheckedIOException;

/** PostgreSQL from the binaries that Maven brings; ends with the JVM. */
final class EmbeddedServer {
    private EmbeddedServer() {}

    @SuppressWarnings("resource") // The library ends it when the JVM ends.
    static PGSimpleDataSource start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        TestServer.SETTINGS.forEach(builder::setServerConfig);
        try {
            return (PGSimpleDataSource) builder.start().getPostgresDatabase();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }
}
