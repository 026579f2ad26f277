package org.refocusrecord.app.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whoever listens to the database asks after a word how far the log has come, and hears nothing
 * meanwhile, destroyed keys neither. Where he is not told, he listens anew, and lets go of all keys
 * that may have been.
 */
@Timeout(300)
class ListeningWhileTheLogIsLockedTest {

    private static final String ASKING =
            "select pid from pg_stat_activity where usename = 'refocus_projector'"
                    + " and wait_event_type = 'Lock' and query ="
                    + " 'select coalesce(max(position), 0) from refocus_log.event'";

    @TempDir private Path data;

    @Test
    void whoever_is_not_told_how_far_it_has_come_listens_anew() throws Exception {
        StartOrder order = new StartOrder(MadeAlready.in(data), 0, null, List.of());
        try (RefocusServer server = new RefocusServer(order, _ -> {})) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            Eventually.await(() -> isReady(door));
            try (Connection holder = asSuperuser();
                    Connection saying = asSuperuser()) {
                holder.setAutoCommit(false);
                Sql.run(holder, "lock table refocus_log.event in access exclusive mode");
                Sql.run(saying, "select pg_notify('refocus_log', '1000000')");

                Set<Integer> asked = new HashSet<>();
                Eventually.await(() -> asked.addAll(asking(saying)) && asked.size() > 1);
                holder.rollback();
            }
            team.openCase(door);
            Eventually.await(() -> isReady(door));
        }
    }

    private Connection asSuperuser() throws SQLException {
        return new DatabaseProcesses(data).asSuperuser();
    }

    private static boolean isReady(Door door) {
        try {
            return door.isReady();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** The processes that work for whoever asks, and wait. */
    private static Set<Integer> asking(Connection connection) {
        Set<Integer> processes = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ASKING)) {
            while (row.next()) {
                processes.add(row.getInt(1));
            }
            return processes;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
