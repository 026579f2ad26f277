package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where all views say how far they have come. */
final class ProjectionTable {

    private static final String SELECT =
            "select name, version, position, count, digest, paused from refocus_views.projection"
                    + " order by name";
    private static final String INSERT =
            "insert into refocus_views.projection (name, version, position, count, digest)"
                    + " values (?, ?, 0, 0, ?) on conflict (name) do nothing";
    private static final String UPDATE =
            "update refocus_views.projection set version = ?, position = ?, count = ?, digest = ?"
                    + " where name = ?";
    private static final String PAUSE =
            "update refocus_views.projection set paused = ? where name = ?";

    private ProjectionTable() {}

    static List<ProjectionState> all(Connection connection) throws SQLException {
        return states(connection, SELECT);
    }

    /** The same, and nobody else moves any of them until this transaction ends. */
    static List<ProjectionState> allLocked(Connection connection) throws SQLException {
        return states(connection, SELECT + " for update");
    }

    private static List<ProjectionState> states(Connection connection, String sql)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet found = query.executeQuery()) {
            List<ProjectionState> states = new ArrayList<>();
            while (found.next()) {
                states.add(
                        new ProjectionState(
                                found.getString(1),
                                found.getInt(2),
                                found.getLong(3),
                                Tally.of(found.getLong(4), found.getBytes(5)),
                                found.getBoolean(6)));
            }
            return states;
        }
    }

    static void addIfMissing(Connection connection, Projector projector) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, projector.name());
            insert.setInt(2, projector.version());
            insert.setBytes(3, Tally.NONE.bytes());
            insert.executeUpdate();
        }
    }

    static void store(Connection connection, ProjectionState state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setInt(1, state.version());
            update.setLong(2, state.position());
            update.setLong(3, state.tally().count());
            update.setBytes(4, state.tally().bytes());
            update.setString(5, state.name());
            update.executeUpdate();
        }
    }

    /** Whether there is such a view. */
    static boolean pause(Connection connection, String name, boolean paused) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PAUSE)) {
            update.setBoolean(1, paused);
            update.setString(2, name);
            return update.executeUpdate() == 1;
        }
    }
}
