package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * How a server is to be started.
 *
 * @param data its data folder
 * @param port where it listens; 0: on any free port
 * @param databaseUrl a database to use instead of the embedded one
 * @param withKafka whether it is to have a broker of its own, unless brokers are named
 * @param settings settings that take the place of all others, as {@code --name=value}
 */
public record StartOrder(
        Path data,
        int port,
        @Nullable String databaseUrl,
        boolean withKafka,
        List<String> settings) {

    /** A server without a broker. */
    public StartOrder(Path data, int port, @Nullable String databaseUrl, List<String> settings) {
        this(data, port, databaseUrl, false, settings);
    }

    /** A server on a database of its own. */
    public static StartOrder embedded(Path data, int port) {
        return new StartOrder(data, port, null, List.of());
    }
}
