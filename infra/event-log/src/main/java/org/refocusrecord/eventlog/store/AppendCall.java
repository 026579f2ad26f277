package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.TimeText;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One call of the database's append function: one round trip in which it locks, checks, stamps,
 * hashes, writes and commits.
 */
final class AppendCall {
    private static final String CALL =
            """
            select outcome, next_sequence, first_position, recorded_at, leaf_hashes
              from refocus_log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final Append append;

    AppendCall(Connection connection, Append append) {
        this.connection = connection;
        this.append = append;
    }

    AppendResult result() throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(CALL)) {
            bindCommand(call);
            bindRows(call);
            bindLeaves(call);
            bindKeys(call);
            try (ResultSet answer = call.executeQuery()) {
                answer.next();
                return result(answer);
            }
        }
    }

    private void bindCommand(PreparedStatement call) throws SQLException {
        call.setObject(1, append.commandId());
        call.setBytes(2, append.guard().mac());
        call.setObject(3, append.guard().recordKey());
        call.setString(4, append.stream());
        call.setLong(5, append.nextSequence());
        call.setString(6, append.postedBy());
        call.setString(7, append.recordedBy());
    }

    private void bindRows(PreparedStatement call) throws SQLException {
        call.setArray(8, array("uuid", NewRow::eventId));
        call.setArray(9, array("text", NewRow::type));
        call.setArray(10, array("integer", NewRow::revision));
        call.setArray(11, array("timestamptz", AppendCall::occurredAt));
        call.setArray(12, bytesArray(NewRow::payload));
    }

    private void bindLeaves(PreparedStatement call) throws SQLException {
        List<LeafText> leaves =
                IntStream.range(0, append.rows().size())
                        .mapToObj(index -> LeafText.of(append, index))
                        .toList();
        call.setArray(13, texts(leaves, LeafText::toOccurredAt));
        call.setArray(14, texts(leaves, LeafText::toRecordedAt));
        call.setArray(15, texts(leaves, LeafText::toEnd));
    }

    private void bindKeys(PreparedStatement call) throws SQLException {
        UsedKey key = append.key();
        Erasure erasure = append.erasure();
        call.setArray(16, bytesArray(NewRow::wrappedDataKey));
        call.setObject(17, key == null ? null : key.id(), Types.OTHER);
        call.setObject(18, key == null ? null : key.generation(), Types.INTEGER);
        call.setBytes(19, key == null ? null : key.wrappedIfNew());
        call.setArray(20, erasure.isNothing() ? null : uuids(erasure.recordKeys()));
        call.setArray(21, erasure.isNothing() ? null : uuids(erasure.dataKeysOf()));
    }

    private AppendResult result(ResultSet answer) throws SQLException {
        String outcome = Columns.text(answer, 1);
        return switch (outcome) {
            case "appended" -> appended(answer);
            case "repeated" -> new AppendResult.AlreadyRecorded();
            case "version" -> new AppendResult.VersionConflict(answer.getLong(2));
            case "key" -> new AppendResult.KeyGone();
            default -> throw new IllegalStateException("The append answered " + outcome);
        };
    }

    private AppendResult appended(ResultSet answer) throws SQLException {
        long firstPosition = answer.getLong(3);
        Instant recordedAt = Columns.instant(answer, 4);
        byte[][] leafHashes = (byte[][]) answer.getArray(5).getArray();
        List<StoredRow> rows = new ArrayList<>();
        for (int index = 0; index < leafHashes.length; index++) {
            rows.add(append.stored(index, firstPosition, recordedAt, leafHashes[index]));
        }
        return new AppendResult.Appended(rows);
    }

    private Array array(String type, Function<NewRow, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, append.rows().stream().map(column).toArray());
    }

    private Array bytesArray(Function<NewRow, byte @Nullable []> column) throws SQLException {
        return connection.createArrayOf(
                "bytea", append.rows().stream().map(column).toArray(byte[][]::new));
    }

    private Array texts(List<LeafText> leaves, Function<LeafText, String> piece)
            throws SQLException {
        return connection.createArrayOf("text", leaves.stream().map(piece).toArray(String[]::new));
    }

    private Array uuids(List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static @Nullable Object occurredAt(NewRow row) {
        return row.occurredAt() == null ? null : TimeText.of(row.occurredAt());
    }
}
