package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Logged;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Streams that wait because an event of theirs could not be applied. */
final class ParkedTable {

    private static final String SELECT =
            "select name, stream, first_position, last_position, events, cause, since"
                    + " from {parked} where (?::text is null or name = ?)"
                    + " order by since, name, stream";
    private static final String INSERT =
            "insert into {parked}"
                    + " (name, stream, first_position, last_position, events, cause)"
                    + " values (?, ?, ?, ?, 1, ?)";
    private static final String WAITS_TOO =
            "update {parked} set last_position = ?, events = events + 1"
                    + " where name = ? and stream = ?";
    private static final String DELETE =
            "delete from {parked} where name = ? and (?::text is null or stream = ?)";

    private ParkedTable() {}

    /** All of a view, or, where none is named, of all views. */
    static List<Parked> all(Connection connection, Side side, @Nullable String name)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(side.sql(SELECT))) {
            query.setString(1, name);
            query.setString(2, name);
            List<Parked> all = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    all.add(
                            new Parked(
                                    found.getString(1),
                                    found.getString(2),
                                    found.getLong(3),
                                    found.getLong(4),
                                    found.getLong(5),
                                    found.getString(6),
                                    found.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
            return all;
        }
    }

    static Set<String> streams(Connection connection, Side side, String name) throws SQLException {
        return all(connection, side, name).stream().map(Parked::stream).collect(Collectors.toSet());
    }

    static void park(Connection connection, Side side, String name, Logged event, String cause)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(side.sql(INSERT))) {
            insert.setString(1, name);
            insert.setString(2, event.stream());
            insert.setLong(3, event.position());
            insert.setLong(4, event.position());
            insert.setString(5, cause);
            insert.executeUpdate();
        }
    }

    static void waitsToo(Connection connection, Side side, String name, Logged event)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(side.sql(WAITS_TOO))) {
            update.setLong(1, event.position());
            update.setString(2, name);
            update.setString(3, event.stream());
            update.executeUpdate();
        }
    }

    /** What waits of a view is what waited of its next side; whoever calls locked both. */
    static void goLive(Connection connection, String name) throws SQLException {
        release(connection, Side.LIVE, name, null);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into refocus_views.parked"
                                + " select * from refocus_views.parked_next where name = ?")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
        release(connection, Side.NEXT, name, null);
    }

    /** One stream of a view, or, where none is named, all. */
    static void release(Connection connection, Side side, String name, @Nullable String stream)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(side.sql(DELETE))) {
            delete.setString(1, name);
            delete.setString(2, stream);
            delete.setString(3, stream);
            delete.executeUpdate();
        }
    }
}
