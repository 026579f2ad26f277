package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where all segments of all views say how far they have come. */
final class ProjectionTable {

    private static final String SELECT =
            "select name, segment, version, position, since, handled, count, digest, paused"
                    + " from refocus_views.projection";
    // Whoever locks several locks them in this order.
    private static final String ORDER = " order by name, segment";
    private static final String LOCKED = ORDER + " for update";
    private static final String INSERT =
            "insert into refocus_views.projection (name, segment, version, position, since,"
                    + " handled, count, digest, paused) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update refocus_views.projection set version = ?, position = ?, since = ?, handled = ?,"
                    + " count = ?, digest = ? where name = ? and segment = ?";
    private static final String DELETE = "delete from refocus_views.projection where name = ?";
    private static final String PAUSE =
            "update refocus_views.projection set paused = ? where name = ? and segment = ?";
    private static final String CLAIM =
            "update refocus_views.projection set claim = ? where segment = ?";
    private static final String GIVE_UP =
            "update refocus_views.projection set claim = 0 where claim = ? and segment = ?";

    private ProjectionTable() {}

    static List<ProjectionState> all(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + ORDER)) {
            return states(query);
        }
    }

    /** The same, and nobody else moves any of them until this transaction ends. */
    static List<ProjectionState> allLocked(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + LOCKED)) {
            return states(query);
        }
    }

    /** One segment of all views, locked. */
    static List<ProjectionState> locked(Connection connection, int segment) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " where segment = ?" + LOCKED)) {
            query.setInt(1, segment);
            return states(query);
        }
    }

    /** What somebody has claimed and nobody else since, locked. */
    static List<ProjectionState> claimed(Connection connection, long claim) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " where claim = ?" + LOCKED)) {
            query.setLong(1, claim);
            return states(query);
        }
    }

    private static List<ProjectionState> states(PreparedStatement query) throws SQLException {
        try (ResultSet found = query.executeQuery()) {
            List<ProjectionState> states = new ArrayList<>();
            while (found.next()) {
                states.add(
                        new ProjectionState(
                                found.getString(1),
                                found.getInt(2),
                                found.getInt(3),
                                found.getLong(4),
                                found.getLong(5),
                                found.getLong(6),
                                Tally.of(found.getLong(7), found.getBytes(8)),
                                found.getBoolean(9)));
            }
            return states;
        }
    }

    private static void add(Connection connection, Collection<ProjectionState> states)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ProjectionState state : states) {
                insert.setString(1, state.name());
                insert.setInt(2, state.segment());
                insert.setInt(3, state.version());
                insert.setLong(4, state.position());
                insert.setLong(5, state.since());
                insert.setLong(6, state.handled());
                insert.setLong(7, state.tally().count());
                insert.setBytes(8, state.tally().bytes());
                insert.setBoolean(9, state.paused());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void store(Connection connection, Collection<ProjectionState> states)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (ProjectionState state : states) {
                update.setInt(1, state.version());
                update.setLong(2, state.position());
                update.setLong(3, state.since());
                update.setLong(4, state.handled());
                update.setLong(5, state.tally().count());
                update.setBytes(6, state.tally().bytes());
                update.setString(7, state.name());
                update.setInt(8, state.segment());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** A view's segments are these now. */
    static void replace(Connection connection, String name, Collection<ProjectionState> by)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
        add(connection, by);
    }

    /** One segment of a view stays where it is, or moves again; false if there is none. */
    static boolean pause(Connection connection, String name, int segment, boolean paused)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PAUSE)) {
            update.setBoolean(1, paused);
            update.setString(2, name);
            update.setInt(3, segment);
            return update.executeUpdate() > 0;
        }
    }

    /** From now on nobody else moves it. */
    static void claim(Connection connection, int segment, long claim) throws SQLException {
        locked(connection, segment);
        try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setLong(1, claim);
            update.setInt(2, segment);
            update.executeUpdate();
        }
    }

    static void giveUp(Connection connection, int segment, long claim) throws SQLException {
        locked(connection, segment);
        try (PreparedStatement update = connection.prepareStatement(GIVE_UP)) {
            update.setLong(1, claim);
            update.setInt(2, segment);
            update.executeUpdate();
        }
    }
}
