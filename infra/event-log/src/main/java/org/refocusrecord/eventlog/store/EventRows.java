package org.refocusrecord.eventlog.store;

import static org.refocusrecord.eventlog.store.Columns.bytes;
import static org.refocusrecord.eventlog.store.Columns.bytesOrNull;
import static org.refocusrecord.eventlog.store.Columns.instant;
import static org.refocusrecord.eventlog.store.Columns.text;
import static org.refocusrecord.eventlog.store.Columns.uuid;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The questions that are put to the table of events. */
final class EventRows {
    private static final String SELECT =
            """
            select e.position, e.stream, e.sequence, e.event_id, e.type, e.revision,
                   e.occurred_at, e.recorded_at, e.posted_by, e.recorded_by, e.command_id,
                   e.payload, e.leaf_hash, e.content_mac, e.content_mac_key
              from refocus_log.event e
            """;
    private static final String OF_STREAM =
            SELECT + " where e.stream = ? and e.sequence > ? order by e.sequence limit ?";
    private static final String OF_STREAMS =
            SELECT + " where e.stream = any(?) order by e.stream, e.sequence";
    private static final String OF_ID = SELECT + " where e.event_id = ?";
    // From the command's first event up to the next command's, which is the next row with a content
    // mac.
    private static final String OF_COMMAND =
            """
            with first as materialized (
                select f.position from refocus_log.event f
                 where f.command_id = ? and f.content_mac is not null)
            """
                    + SELECT
                    + """
                     where e.position >= (select position from first)
                       and e.position < coalesce(
                               (select n.position from refocus_log.event n
                                 where n.position > (select position from first)
                                   and n.content_mac is not null
                                 order by n.position limit 1),
                               9223372036854775807)
                     order by e.position
                    """;

    private static final String STREAMS =
            "select e.stream from refocus_log.event e where e.stream > ? and e.stream < ?"
                    + " and e.sequence = 0 order by e.stream limit ?";

    private EventRows() {}

    static List<StoredRow> ofStream(Connection connection, String stream, long after, int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_STREAM)) {
            query.setString(1, stream);
            query.setLong(2, after);
            query.setInt(3, limit);
            return rows(query);
        }
    }

    /** All events of some streams, stream after stream by their ids. */
    static List<StoredRow> ofStreams(Connection connection, Collection<String> streams)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_STREAMS)) {
            query.setArray(1, connection.createArrayOf("varchar", streams.toArray()));
            return rows(query);
        }
    }

    static List<StoredRow> ofId(Connection connection, UUID eventId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_ID)) {
            query.setObject(1, eventId);
            return rows(query);
        }
    }

    static List<StoredRow> ofCommand(Connection connection, UUID commandId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_COMMAND)) {
            query.setObject(1, commandId);
            return rows(query);
        }
    }

    private static List<StoredRow> rows(PreparedStatement query) throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static StoredRow row(ResultSet result) throws SQLException {
        return new StoredRow(
                result.getLong(1),
                text(result, 2),
                result.getLong(3),
                uuid(result, 4),
                text(result, 5),
                result.getInt(6),
                instant(result, 7),
                instant(result, 8),
                text(result, 9),
                text(result, 10),
                uuid(result, 11),
                bytes(result, 12),
                bytes(result, 13),
                guard(result));
    }

    private static @Nullable ContentGuard guard(ResultSet result) throws SQLException {
        byte[] mac = bytesOrNull(result, 14);
        return mac == null ? null : new ContentGuard(mac, uuid(result, 15));
    }

    /** Every stream has a first event; the key of stream and sequence finds them in order. */
    static List<String> streams(Connection connection, String prefix, String after, int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STREAMS)) {
            query.setString(1, after);
            query.setString(2, prefix + "\uffff");
            query.setInt(3, limit);
            List<String> streams = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    streams.add(row.getString(1));
                }
            }
            return streams;
        }
    }
}
