package org.refocusrecord.eventlog.store;

import org.postgresql.PGStatement;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;

/** The questions that are put to the table of snapshots. */
public final class SnapshotRows {

    private static final String FIND =
            """
            select s.sequence, s.form, s.mac, s.state, e.leaf_hash
              from refocus_snapshots.snapshot s
              join refocus_log.event e on e.stream = s.stream and e.sequence = s.sequence
             where s.stream = ? and s.form = ?
            """;
    private static final String LEAF =
            "select leaf_hash from refocus_log.event"
                    + " where stream = ? and sequence = ? and event_id = ?";
    private static final String LATEST =
            """
            select s.sequence
              from refocus_snapshots.snapshot s
              join refocus_log.event e on e.stream = s.stream and e.sequence = s.sequence
             where s.stream = ? and s.form = ?
            """;
    // Of two nodes the one that has read further wins, unless that is further than the log; of two
    // programs the one that comes later.
    private static final String PUT =
            """
            insert into refocus_snapshots.snapshot (stream, sequence, form, mac, state)
            values (?, ?, ?, ?, ?)
            on conflict (stream) do update
               set sequence = excluded.sequence, form = excluded.form, mac = excluded.mac,
                   state = excluded.state, made_at = excluded.made_at
             where snapshot.form <> excluded.form or snapshot.sequence < excluded.sequence
                or not exists (select from refocus_log.event e
                                where e.stream = snapshot.stream and e.sequence = snapshot.sequence)
            """;
    private static final String TAKE_AWAY =
            "delete from refocus_snapshots.snapshot where stream = ? and form = ?";

    // The driver else asks for text at first, which for bytes is twice as long.
    private static final int BINARY_AT_ONCE = -1;

    private final LogConnections connections;

    SnapshotRows(LogConnections connections) {
        this.connections = connections;
    }

    /** The snapshot of a stream, of that form, where the log has its last event. */
    public Optional<SnapshotRow> find(String stream, byte[] form) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(FIND)) {
                query.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
                query.setString(1, stream);
                query.setBytes(2, form);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    new SnapshotRow(
                                            row.getLong(1),
                                            Columns.bytes(row, 2),
                                            Columns.bytes(row, 3),
                                            Columns.bytes(row, 4),
                                            Columns.bytes(row, 5)))
                            : Optional.empty();
                }
            }
        });
    }

    /** The leaf hash of an event; empty where at that place the log has another or none. */
    public Optional<byte[]> leaf(String stream, long sequence, UUID eventId) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(LEAF)) {
                query.setString(1, stream);
                query.setLong(2, sequence);
                query.setObject(3, eventId);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(Columns.bytes(row, 1)) : Optional.empty();
                }
            }
        });
    }

    /** How far the snapshot of a stream and form has come; -1: there is none. */
    public long latest(String stream, byte[] form) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(LATEST)) {
                query.setString(1, stream);
                query.setBytes(2, form);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : -1L;
                }
            }
        });
    }

    /** Keeps a snapshot, unless there is one that has come as far. */
    public void put(String stream, SnapshotRow snapshot) {
        connections.ask(connection -> {
            try (PreparedStatement put = connection.prepareStatement(PUT)) {
                put.setString(1, stream);
                put.setLong(2, snapshot.sequence());
                put.setBytes(3, snapshot.form());
                put.setBytes(4, snapshot.mac());
                put.setBytes(5, snapshot.state());
                return put.executeUpdate();
            }
        });
    }

    /** Takes away what is not to be believed. */
    public void takeAway(String stream, byte[] form) {
        connections.ask(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(TAKE_AWAY)) {
                delete.setString(1, stream);
                delete.setBytes(2, form);
                return delete.executeUpdate();
            }
        });
    }
}
