package org.refocusrecord.testkit;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * The PostgreSQL server of a JVM: in a container where an engine answers, else unpacked from
 * Maven's binaries. As durable as a real one, so that tests do not pass for want of a disk.
 */
final class TestServer {
    static final String OWNER = "refocus_owner";
    static final String APPENDER = "refocus_appender";
    static final String READER = "refocus_reader";

    static final Map<String, String> SETTINGS =
            Map.of(
                    "fsync", "on",
                    "full_page_writes", "on",
                    "synchronous_commit", "on",
                    "max_connections", "200",
                    "shared_buffers", "128MB");

    private final PGSimpleDataSource superuser;

    private TestServer(PGSimpleDataSource superuser) {
        this.superuser = superuser;
        List.of(OWNER, APPENDER, READER)
                .forEach(role -> execute("create role %1$s login password '%1$s'".formatted(role)));
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    PGSimpleDataSource superuser(String database) {
        return dataSource(database, superuser.getUser(), superuser.getPassword());
    }

    /** The roles' passwords are their names. */
    PGSimpleDataSource dataSource(String database, String role) {
        return dataSource(database, role, role);
    }

    void execute(String sql) {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException error) {
            throw new IllegalStateException(sql, error);
        }
    }

    private PGSimpleDataSource dataSource(
            String database, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(superuser.getServerNames());
        dataSource.setPortNumbers(superuser.getPortNumbers());
        dataSource.setDatabaseName(database);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    private static final class Shared {
        static final TestServer SERVER =
                new TestServer(
                        DockerClientFactory.instance().isDockerAvailable()
                                ? ContainerServer.start()
                                : EmbeddedServer.start());
    }
}
