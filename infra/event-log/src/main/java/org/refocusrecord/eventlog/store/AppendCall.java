package org.refocusrecord.eventlog.store;

import org.postgresql.core.BaseConnection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of the database's append function: one round trip in which it locks, checks, stamps,
 * hashes, writes and commits whatever stands of the commands that it is given.
 */
final class AppendCall {
    private static final String CALL =
            "select outcome, next_sequence, first_position, recorded_at, leaf_hashes"
                    + " from refocus_log.append(?)";

    private AppendCall() {}

    /** What became of each. The commands are of as many streams. */
    static List<AppendResult> results(
            Connection connection, CommandTypes types, List<Append> appends, List<byte[]> commands)
            throws SQLException {
        // The driver sends a type of ours as text, unless it is told that we know its bytes.
        connection
                .unwrap(BaseConnection.class)
                .getQueryExecutor()
                .addBinarySendOid(types.commands());
        try (PreparedStatement call = connection.prepareStatement(CALL)) {
            call.setObject(1, new CommandArray(types, commands));
            List<AppendResult> results = new ArrayList<>(appends.size());
            try (ResultSet answer = call.executeQuery()) {
                for (Append append : appends) {
                    answer.next();
                    results.add(result(append, answer));
                }
            }
            return results;
        }
    }

    private static AppendResult result(Append append, ResultSet answer) throws SQLException {
        String outcome = Columns.text(answer, 1);
        return switch (outcome) {
            case "appended" -> appended(append, answer);
            case "repeated" -> new AppendResult.AlreadyRecorded();
            case "version" -> new AppendResult.VersionConflict(answer.getLong(2));
            case "key" -> new AppendResult.KeyGone();
            default -> throw new IllegalStateException("The append answered " + outcome);
        };
    }

    private static AppendResult appended(Append append, ResultSet answer) throws SQLException {
        long firstPosition = answer.getLong(3);
        Instant recordedAt = Columns.instant(answer, 4);
        byte[][] leafHashes = (byte[][]) answer.getArray(5).getArray();
        List<StoredRow> rows = new ArrayList<>(leafHashes.length);
        for (int index = 0; index < leafHashes.length; index++) {
            rows.add(append.stored(index, firstPosition, recordedAt, leafHashes[index]));
        }
        return new AppendResult.Appended(rows);
    }
}
