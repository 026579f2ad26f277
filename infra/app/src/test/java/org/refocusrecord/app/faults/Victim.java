package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/** What is struck while an append stands at a step. */
enum Victim {
    /** The node, with -9. */
    NODE,
    /**
     * The process of the database that works for the append, with -9; all others of the database go
     * with it, and it starts anew.
     */
    BACKEND,
    /** The same process alone, as an administrator ends it. */
    BACKEND_ALONE,
    /** Nobody: the connection is cut that the append came by. */
    LINE;

    private static final String BACKENDS =
            "select pid from pg_stat_activity where usename like 'refocus_appender%'";

    /**
     * Strikes it.
     *
     * @param backend the process of the database that works for the append, where one does
     */
    void strike(Stage stage, OptionalLong backend) throws Exception {
        switch (this) {
            case NODE -> stage.node().kill();
            case BACKEND -> kill(backend.orElseGet(() -> anyBackend(stage)));
            case BACKEND_ALONE -> end(stage, backend.orElseGet(() -> anyBackend(stage)));
            // A stop on the wire is cut when the trap is taken away.
            case LINE -> stage.wire().cutTheirs();
        }
    }

    private static void kill(long backend) {
        ProcessHandle process = ProcessHandle.of(backend).orElseThrow();
        assertThat(process.info().command().orElse("")).endsWith("postgres");
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void end(Stage stage, long backend) throws SQLException, InterruptedException {
        try (Connection connection = stage.asOwner();
                PreparedStatement end =
                        connection.prepareStatement("select pg_terminate_backend(?, 10000)")) {
            end.setInt(1, Math.toIntExact(backend));
            try (ResultSet row = end.executeQuery()) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
        }
    }

    private static long anyBackend(Stage stage) {
        try (Connection connection = stage.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BACKENDS)) {
            while (row.next()) {
                if (stage.wire().leadsTo(row.getLong(1))) {
                    return row.getLong(1);
                }
            }
            throw new AssertionError("no process of the database works for the node");
        } catch (SQLException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
