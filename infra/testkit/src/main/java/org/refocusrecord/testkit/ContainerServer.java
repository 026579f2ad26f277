package org.refocusrecord.testkit;

import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

import java.util.stream.Stream;

/** PostgreSQL in a container; the container's watcher ends it when the JVM has ended. */
final class ContainerServer {
    private static final String IMAGE = "postgres:18.6-alpine";

    private ContainerServer() {}

    @SuppressWarnings("resource") // Ends with the JVM.
    static PGSimpleDataSource start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE).withCommand(command());
        container.start();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(container.getJdbcUrl());
        dataSource.setUser(container.getUsername());
        dataSource.setPassword(container.getPassword());
        return dataSource;
    }

    private static String[] command() {
        Stream<String> settings =
                TestServer.SETTINGS.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .flatMap(setting -> Stream.of("-c", setting));
        return Stream.concat(Stream.of("postgres"), settings).toArray(String[]::new);
    }
}
