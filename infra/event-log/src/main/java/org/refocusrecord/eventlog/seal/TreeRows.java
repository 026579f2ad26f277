package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of the tree, and the leaf hashes that it is made from. */
final class TreeRows {

    private static final int COLUMNS_OF_A_LEAF = 3;
    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final String TILE =
            """
            select hashes from refocus_seal.tile where level = ? and index = ?
            union all
            select hashes from refocus_seal.edge where level = ? and index = ?
            """;
    private static final String KEEP =
            """
            insert into refocus_seal.edge (level, index, hashes) values (?, ?, ?)
                on conflict (level) do update set index = excluded.index, hashes = excluded.hashes
            """;

    private final Connection connection;

    TreeRows(Connection connection) {
        this.connection = connection;
    }

    /** Whether nobody else is at it; to the end of the transaction. */
    boolean tryLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select pg_try_advisory_xact_lock(refocus_seal.tree_lock())")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    long head() throws SQLException {
        return number("select coalesce(max(position), 0) from refocus_log.event");
    }

    long size() throws SQLException {
        return number("select size from refocus_seal.tree");
    }

    /** The hash of an event as the log has it; empty where it has none there. */
    Optional<byte[]> leafHash(long position) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select leaf_hash from refocus_log.event where position = ?")) {
            query.setLong(1, position);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(bytes(row, 1)) : Optional.empty();
            }
        }
    }

    private long number(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    TreeEdge edge() throws SQLException {
        return new TreeEdge(size(), edgeTiles());
    }

    /** The tiles that are not full yet, as they are kept. */
    List<Tile> edgeTiles() throws SQLException {
        List<Tile> kept = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select level, index, hashes from refocus_seal.edge")) {
            while (row.next()) {
                kept.add(new Tile(row.getInt(1), row.getLong(2), bytes(row, 3)));
            }
        }
        return kept;
    }

    /** A tile as it is now, full or not; null where there is none. */
    @Nullable Tile tile(Tile.Name name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TILE)) {
            query.setInt(1, name.level());
            query.setLong(2, name.index());
            query.setInt(3, name.level());
            query.setLong(4, name.index());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Tile(name.level(), name.index(), bytes(row, 1)) : null;
            }
        }
    }

    void add(List<Tile> full) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into refocus_seal.tile (level, index, hashes) values (?, ?, ?)")) {
            for (Tile tile : full) {
                bind(insert, tile);
            }
            insert.executeBatch();
        }
    }

    void keep(TreeEdge edge) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (Tile tile : edge.tiles()) {
                bind(keep, tile);
            }
            keep.executeBatch();
        }
        try (PreparedStatement update =
                connection.prepareStatement("update refocus_seal.tree set size = ?")) {
            update.setLong(1, edge.size());
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Tile tile) throws SQLException {
        statement.setInt(1, tile.level());
        statement.setLong(2, tile.index());
        statement.setBytes(3, tile.hashes());
        statement.addBatch();
    }

    /**
     * The leaf hashes after a position, as the database has them, and no others. Nothing is sealed
     * over a hole, nor over a record time that falls: so the event before them is looked at too.
     */
    void leafHashes(long after, long to, Consumer<byte[]> each) throws SQLException {
        String copy =
                """
                copy (select position, recorded_at, leaf_hash from refocus_log.event
                       where position >= %d and position <= %d order by position)
                to stdout (format binary)
                """
                        .formatted(after, to);
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(
                                new PGCopyInputStream(
                                        connection.unwrap(PGConnection.class), copy)))) {
            try {
                leafHashes(in, after, to, each);
            } finally {
                // A copy that is broken off leaves its connection out of step with the server.
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException lost) {
            throw new SQLException("the copy was cut off", "08006", lost);
        }
    }

    private static void leafHashes(DataInputStream in, long after, long to, Consumer<byte[]> each)
            throws IOException {
        in.skipNBytes(SIGNATURE_AND_FLAGS);
        in.skipNBytes(in.readInt());
        long expected = Math.max(after, 1);
        long stamp = Long.MIN_VALUE;
        while (in.readShort() == COLUMNS_OF_A_LEAF) {
            in.readInt();
            if (in.readLong() != expected) {
                break;
            }
            in.readInt();
            long recordedAt = in.readLong();
            if (recordedAt < stamp) {
                throw new SealBroken("the record time falls at position " + expected);
            }
            stamp = recordedAt;
            if (in.readInt() != MerkleHash.BYTES) {
                break;
            }
            byte[] hash = in.readNBytes(MerkleHash.BYTES);
            if (expected > after) {
                each.accept(hash);
            }
            expected++;
        }
        if (expected != to + 1) {
            throw new SealBroken("the log has no event at position " + expected);
        }
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getBytes(column));
    }
}
