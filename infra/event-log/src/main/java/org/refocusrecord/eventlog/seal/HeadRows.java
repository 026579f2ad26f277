package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The rows of the tree of heads. */
final class HeadRows {

    private static final String STATE =
            "select position, streams, root, command_id, noted_at from refocus_seal.heads";
    private static final String KEEP_STATE =
            """
            update refocus_seal.heads
               set position = ?, streams = ?, root = ?, command_id = ?, noted_at = null
            """;
    private static final String NOTED =
            "update refocus_seal.heads set noted_at = ? where command_id = ? and noted_at is null";
    private static final String TILES =
            "select prefix, slots from refocus_seal.head_tile where prefix = any (?)";
    private static final String KEEP_TILE =
            """
            insert into refocus_seal.head_tile (prefix, slots) values (?, ?)
                on conflict (prefix) do update set slots = excluded.slots
            """;

    /**
     * Which heads the tree holds.
     *
     * @param position those of all events up to here
     * @param commandId by which they are noted in the log
     * @param notedAt where that stands in the log; null: not yet
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared as a whole.
    record State(
            long position, long streams, byte[] root, UUID commandId, @Nullable Long notedAt) {}

    private final Connection connection;

    HeadRows(Connection connection) {
        this.connection = connection;
    }

    boolean tryLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select pg_try_advisory_xact_lock(refocus_seal.heads_lock())")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    State state() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return new State(
                    row.getLong(1),
                    row.getLong(2),
                    Objects.requireNonNull(row.getBytes(3)),
                    Objects.requireNonNull(row.getObject(4, UUID.class)),
                    row.getObject(5, Long.class));
        }
    }

    void keep(State state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(KEEP_STATE)) {
            update.setLong(1, state.position());
            update.setLong(2, state.streams());
            update.setBytes(3, state.root());
            update.setObject(4, state.commandId());
            update.executeUpdate();
        }
    }

    /** Says where the heads of that command were noted, unless it was said. */
    boolean noted(UUID commandId, long position) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NOTED)) {
            update.setLong(1, position);
            update.setObject(2, commandId);
            return update.executeUpdate() == 1;
        }
    }

    /** The tree, as this transaction sees it. */
    HeadsTree tree() {
        return new HeadsTree(prefixes -> {
            try {
                return tiles(prefixes);
            } catch (SQLException lost) {
                throw new LogTransactions.Lost(lost);
            }
        });
    }

    private Map<String, HeadTile> tiles(Collection<String> prefixes) throws SQLException {
        Map<String, HeadTile> tiles = new HashMap<>();
        if (prefixes.isEmpty()) {
            return tiles;
        }
        byte[][] asked = prefixes.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        try (PreparedStatement query = connection.prepareStatement(TILES)) {
            query.setArray(1, connection.createArrayOf("bytea", asked));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tiles.put(
                            HexFormat.of().formatHex(Objects.requireNonNull(row.getBytes(1))),
                            HeadTile.of(Objects.requireNonNull(row.getBytes(2))));
                }
            }
        }
        return tiles;
    }

    void keep(Map<String, HeadTile> tiles) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP_TILE)) {
            for (Map.Entry<String, HeadTile> tile : tiles.entrySet()) {
                keep.setBytes(1, HexFormat.of().parseHex(tile.getKey()));
                keep.setBytes(2, tile.getValue().toBytes());
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }
}
