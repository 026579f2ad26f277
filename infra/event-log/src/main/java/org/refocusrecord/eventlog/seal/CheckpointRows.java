package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rows of what was signed. */
final class CheckpointRows {

    private static final String NEWEST =
            """
            select size, root, note, verifier, signed_at from refocus_seal.checkpoint
             order by size desc, signed_at desc limit 1
            """;
    private static final String AFTER =
            """
            select size, root, note, verifier, signed_at from refocus_seal.checkpoint
             where (size, verifier) > (?, ?) order by size, verifier limit ?
            """;
    private static final String VERIFIERS =
            "select distinct verifier from refocus_seal.checkpoint order by verifier";
    private static final String ADD =
            "insert into refocus_seal.checkpoint (size, root, note, verifier, signed_at)"
                    + " values (?, ?, ?, ?, clock_timestamp())";

    private CheckpointRows() {}

    static Optional<SignedCheckpoint> newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            return row.next() ? Optional.of(signed(row)) : Optional.empty();
        }
    }

    /** Those that come after one (null: from the first), by size. */
    static List<SignedCheckpoint> after(
            Connection connection, @Nullable SignedCheckpoint last, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(AFTER)) {
            query.setLong(1, last == null ? -1 : last.size());
            query.setString(2, last == null ? "" : last.verifier());
            query.setInt(3, limit);
            try (ResultSet row = query.executeQuery()) {
                List<SignedCheckpoint> page = new ArrayList<>();
                while (row.next()) {
                    page.add(signed(row));
                }
                return page;
            }
        }
    }

    /** The keys of all that were ever signed, as texts. */
    static List<String> verifiers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VERIFIERS)) {
            List<String> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(text(row, 1));
            }
            return keys;
        }
    }

    private static SignedCheckpoint signed(ResultSet row) throws SQLException {
        Timestamp signedAt = Objects.requireNonNull(row.getTimestamp(5));
        Instant at = signedAt.toInstant();
        return new SignedCheckpoint(row.getLong(1), bytes(row, 2), text(row, 3), text(row, 4), at);
    }

    static void add(Connection connection, Checkpoint checkpoint, String note, VerifierKey verifier)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setLong(1, checkpoint.size());
            insert.setBytes(2, checkpoint.root());
            insert.setString(3, note);
            insert.setString(4, verifier.toString());
            insert.executeUpdate();
        }
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getBytes(column));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
