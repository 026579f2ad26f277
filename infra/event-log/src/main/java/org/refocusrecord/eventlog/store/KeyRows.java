package org.refocusrecord.eventlog.store;

import static org.refocusrecord.eventlog.store.Columns.bytesOrNull;
import static org.refocusrecord.eventlog.store.Columns.instantOrNull;
import static org.refocusrecord.eventlog.store.Columns.text;
import static org.refocusrecord.eventlog.store.Columns.uuid;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The questions that are put to the tables of keys. */
final class KeyRows {
    private static final String RECORD_KEYS =
            "select k.id, k.stream, k.generation, k.wrapped, k.destroyed_at from"
                    + " refocus_keys.record_key k";
    private static final String OF_STREAM =
            RECORD_KEYS + " where k.stream = ? order by k.generation";
    private static final String OF_IDS = RECORD_KEYS + " where k.id = any (?)";
    private static final String DATA_KEYS =
            """
            select d.event_id, d.wrapped, k.id, k.stream, k.generation, k.wrapped, k.destroyed_at
              from refocus_keys.data_key d
              join refocus_keys.record_key k on k.id = d.record_key_id
             where d.event_id = any (?)
            """;

    private static final String KEEP_OWN = "select refocus_keys.keep_own_key(?, ?)";

    private KeyRows() {}

    static UUID keepOwn(Connection connection, UUID id, byte[] wrapped) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP_OWN)) {
            keep.setObject(1, id);
            keep.setBytes(2, wrapped);
            keep.execute();
            return id;
        }
    }

    static List<RecordKeyRow> ofStream(Connection connection, String stream) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_STREAM)) {
            query.setString(1, stream);
            return recordKeys(query);
        }
    }

    static List<RecordKeyRow> ofIds(Connection connection, Collection<UUID> ids)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_IDS)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return recordKeys(query);
        }
    }

    static List<DataKeyRow> dataKeys(Connection connection, Collection<UUID> eventIds)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DATA_KEYS)) {
            query.setArray(1, connection.createArrayOf("uuid", eventIds.toArray()));
            List<DataKeyRow> rows = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add(
                            new DataKeyRow(
                                    uuid(result, 1), bytesOrNull(result, 2), recordKey(result, 3)));
                }
            }
            return rows;
        }
    }

    private static List<RecordKeyRow> recordKeys(PreparedStatement query) throws SQLException {
        List<RecordKeyRow> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(recordKey(result, 1));
            }
        }
        return rows;
    }

    private static RecordKeyRow recordKey(ResultSet result, int first) throws SQLException {
        return new RecordKeyRow(
                uuid(result, first),
                text(result, first + 1),
                result.getInt(first + 2),
                bytesOrNull(result, first + 3),
                instantOrNull(result, first + 4));
    }
}
