package org.refocusrecord.eventlog.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the log itself says of the heads of its streams. */
final class LoggedHeads {

    private static final String CHANGED =
            """
            select stream, max(sequence) from refocus_log.event
             where position > ? and position <= ? group by stream
            """;
    private static final String NEWS =
            """
            select exists (select from refocus_log.event
                            where position > ? and position <= ? and stream <> 'log/heads')
            """;
    private static final String LAST =
            """
            select sequence from refocus_log.event where stream = ? and position <= ?
             order by sequence desc limit 1
            """;

    // A command's events follow each other, so that the next of another one is a row or two away.
    private static final String END_OF_COMMAND =
            """
            select coalesce(
                (select next.position - 1 from refocus_log.event next
                  where next.position > ? and next.command_id is distinct from
                        (select command_id from refocus_log.event where position = ?)
                  order by next.position limit 1),
                (select max(position) from refocus_log.event))
            """;

    private final Connection connection;

    LoggedHeads(Connection connection) {
        this.connection = connection;
    }

    /** Whether anything was recorded between two positions but notes of heads. */
    boolean hasNews(long after, long to) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWS)) {
            query.setLong(1, after);
            query.setLong(2, to);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /**
     * Whether heads that are noted hold all that was recorded up to a position. A note of heads is
     * never noted itself, so that the last of them is as far as it goes.
     */
    boolean areIn(HeadRows.State state, long position) throws SQLException {
        return state.notedAt() != null
                && (state.position() >= position || !hasNews(state.position(), position));
    }

    /** The heads that a stretch of the log has moved. */
    List<StreamHead> changed(long after, long to) throws SQLException {
        List<StreamHead> heads = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(CHANGED)) {
            query.setLong(1, after);
            query.setLong(2, to);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    heads.add(
                            new StreamHead(
                                    Objects.requireNonNull(row.getString(1)), row.getLong(2)));
                }
            }
        }
        return heads;
    }

    /** The last sequence of a stream up to a position; -1: it has none there. */
    long last(String stream, long position) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            query.setString(1, stream);
            query.setLong(2, position);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    /** Where the command ends that the event at a position is of. */
    long endOfCommand(long position) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(END_OF_COMMAND)) {
            query.setLong(1, position);
            query.setLong(2, position);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
