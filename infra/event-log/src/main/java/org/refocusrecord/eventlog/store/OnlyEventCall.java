package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A command of one event, written by one call of the database's append function: one round trip in
 * which it locks, checks, stamps, hashes, writes and commits.
 */
final class OnlyEventCall {
    private static final String CALL =
            "select outcome, \"position\", recorded_at, leaf_hash"
                    + " from refocus_log.append(?, ?, ?, ?)";

    private OnlyEventCall() {}

    /** What became of it. */
    static AppendResult result(Connection connection, CommandTypes types, Append append)
            throws SQLException {
        types.binary(connection);
        Erasure erasure = append.erasure();
        try (PreparedStatement call = connection.prepareStatement(CALL)) {
            call.setObject(1, new BinaryValue("refocus_log.new_command", CommandBytes.of(append)));
            call.setObject(
                    2, new BinaryValue("refocus_log.only_event", CommandBytes.ofOnlyEvent(append)));
            call.setObject(3, ids(erasure, erasure.recordKeys()));
            call.setObject(4, ids(erasure, erasure.dataKeysOf()));
            try (ResultSet answer = call.executeQuery()) {
                answer.next();
                String outcome = Columns.text(answer, 1);
                return outcome.equals(Outcomes.APPENDED)
                        ? new AppendResult.Appended(
                                List.of(
                                        append.stored(
                                                0,
                                                answer.getLong(2),
                                                Columns.instant(answer, 3),
                                                Columns.bytes(answer, 4))))
                        : Outcomes.notAppended(outcome);
            }
        }
    }

    private static UUID @Nullable [] ids(Erasure erasure, List<UUID> ids) {
        return erasure.isNothing() ? null : ids.toArray(UUID[]::new);
    }
}
