package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where all segments of all views say how far they have come, on each side. */
final class ProjectionTable {

    private static final String SELECT =
            "select name, segment, version, position, since, handled, count, digest, paused,"
                    + " folding from {projection}";
    // Whoever locks several locks them in this order, and those of the live side first.
    private static final String ORDER = " order by name, segment";
    private static final String LOCKED = ORDER + " for update";
    private static final String INSERT =
            "insert into {projection} (name, segment, version, position, since, handled, count,"
                    + " digest, paused, folding) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update {projection} set version = ?, position = ?, since = ?, handled = ?,"
                    + " count = ?, digest = ?, folding = ? where name = ? and segment = ?";
    private static final String DELETE = "delete from {projection} where name = ?";
    private static final String PAUSE =
            "update {projection} set paused = ? where name = ? and segment = ?";
    private static final String GO_LIVE =
            """
            update refocus_views.projection l
               set version = n.version, position = n.position, since = n.since,
                   handled = n.handled, count = n.count, digest = n.digest, claim = n.claim
              from refocus_views.projection_next n
             where l.name = ? and n.name = l.name and n.segment = l.segment
            """;

    private ProjectionTable() {}

    static List<ProjectionState> all(Connection connection, Side side) throws SQLException {
        return select(connection, side, ORDER);
    }

    /** The same, and nobody else moves any of them until this transaction ends. */
    static List<ProjectionState> allLocked(Connection connection, Side side) throws SQLException {
        return select(connection, side, LOCKED);
    }

    /** One segment of all views, locked. */
    static List<ProjectionState> locked(Connection connection, Side side, int segment)
            throws SQLException {
        return select(connection, side, " where segment = ?" + LOCKED, segment);
    }

    /** All segments of a view, locked. */
    static List<ProjectionState> ofLocked(Connection connection, Side side, String name)
            throws SQLException {
        return select(connection, side, " where name = ?" + LOCKED, name);
    }

    /** What somebody has claimed and nobody else since. */
    static List<ProjectionState> claimed(Connection connection, Side side, long claim)
            throws SQLException {
        return select(connection, side, " where claim = ?" + ORDER, claim);
    }

    /** The same, locked. */
    static List<ProjectionState> claimedLocked(Connection connection, Side side, long claim)
            throws SQLException {
        return select(connection, side, " where claim = ?" + LOCKED, claim);
    }

    private static List<ProjectionState> select(
            Connection connection, Side side, String which, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(side.sql(SELECT + which))) {
            for (int index = 0; index < values.length; index++) {
                query.setObject(index + 1, values[index]);
            }
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
                                found.getBoolean(9),
                                found.getString(10)));
            }
            return states;
        }
    }

    private static void add(Connection connection, Side side, Collection<ProjectionState> states)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(side.sql(INSERT))) {
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
                insert.setString(10, state.folding());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void store(Connection connection, Side side, Collection<ProjectionState> states)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(side.sql(UPDATE))) {
            for (ProjectionState state : states) {
                update.setInt(1, state.version());
                update.setLong(2, state.position());
                update.setLong(3, state.since());
                update.setLong(4, state.handled());
                update.setLong(5, state.tally().count());
                update.setBytes(6, state.tally().bytes());
                update.setString(7, state.folding());
                update.setString(8, state.name());
                update.setInt(9, state.segment());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** A view's segments are these now. */
    static void replace(
            Connection connection, Side side, String name, Collection<ProjectionState> by)
            throws SQLException {
        remove(connection, side, name);
        add(connection, side, by);
    }

    static void remove(Connection connection, Side side, String name) throws SQLException {
        execute(connection, side.sql(DELETE), name);
    }

    /**
     * What is live is what the next side was, with whoever moved that; whoever calls locked both.
     */
    static void goLive(Connection connection, String name) throws SQLException {
        execute(connection, GO_LIVE, name);
        remove(connection, Side.NEXT, name);
    }

    /** One live segment of a view stays where it is, or moves again; false if there is none. */
    static boolean pause(Connection connection, String name, int segment, boolean paused)
            throws SQLException {
        return execute(connection, Side.LIVE.sql(PAUSE), paused, name, segment) > 0;
    }

    private static int execute(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        }
    }
}
