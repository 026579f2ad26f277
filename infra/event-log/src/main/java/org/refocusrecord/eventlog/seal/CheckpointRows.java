package org.refocusrecord.eventlog.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The rows of what was signed. */
final class CheckpointRows {

    private static final String NEWEST =
            """
            select size, root, note, verifier, signed_at from refocus_seal.checkpoint
             order by size desc, signed_at desc limit 1
            """;
    private static final String ADD =
            "insert into refocus_seal.checkpoint (size, root, note, verifier, signed_at)"
                    + " values (?, ?, ?, ?, clock_timestamp())";

    private CheckpointRows() {}

    static Optional<SignedCheckpoint> newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            if (!row.next()) {
                return Optional.empty();
            }
            Timestamp signedAt = Objects.requireNonNull(row.getTimestamp(5));
            Instant at = signedAt.toInstant();
            return Optional.of(
                    new SignedCheckpoint(
                            row.getLong(1), bytes(row, 2), text(row, 3), text(row, 4), at));
        }
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
