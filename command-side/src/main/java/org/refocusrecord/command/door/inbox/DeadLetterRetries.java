package org.refocusrecord.command.door.inbox;

import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Which dead letters were sent again. */
final class DeadLetterRetries {

    private static final String NOTE =
            "insert into refocus_inbox.dead_letter_retry (topic, part, at_offset, sent_at,"
                    + " retried_by) select ?, part, at_offset, sent_at, ?"
                    + " from unnest(?, ?, ?) as sent (part, at_offset, sent_at)";
    private static final String LAST =
            "select part, at_offset, max(retried_at) from unnest(?, ?, ?)"
                    + " as asked (part, at_offset, sent_at)"
                    + " join refocus_inbox.dead_letter_retry using (part, at_offset, sent_at)"
                    + " where topic = ? group by part, at_offset";

    private final LogTransactions transactions;
    private final String topic;

    DeadLetterRetries(LogTransactions transactions, String topic) {
        this.transactions = transactions;
        this.topic = topic;
    }

    /** All of them or none. */
    void note(List<DeadLetter> letters, String account) {
        transactions.write(connection -> {
            try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                note.setString(1, topic);
                note.setString(2, account);
                set(note, 3, letters);
                return note.executeUpdate();
            }
        });
    }

    /** When each was last sent again; those that never were are not there. */
    Map<Place, Instant> last(List<DeadLetter> letters) {
        return transactions.read(connection -> {
            try (PreparedStatement last = connection.prepareStatement(LAST)) {
                set(last, 1, letters);
                last.setString(4, topic);
                try (ResultSet row = last.executeQuery()) {
                    Map<Place, Instant> found = new HashMap<>();
                    while (row.next()) {
                        found.put(
                                new Place(row.getInt(1), row.getLong(2)),
                                row.getTimestamp(3).toInstant());
                    }
                    return found;
                }
            }
        });
    }

    private static void set(PreparedStatement statement, int first, List<DeadLetter> letters)
            throws SQLException {
        statement.setArray(
                first, array(statement, "int4", letters, letter -> letter.place().partition()));
        statement.setArray(
                first + 1, array(statement, "int8", letters, letter -> letter.place().offset()));
        statement.setArray(
                first + 2,
                array(statement, "timestamptz", letters, letter -> sentAt(letter).toString()));
    }

    private static Array array(
            PreparedStatement statement,
            String type,
            List<DeadLetter> letters,
            Function<DeadLetter, Object> of)
            throws SQLException {
        Connection connection = statement.getConnection();
        return connection.createArrayOf(type, letters.stream().map(of).toArray());
    }

    private static Instant sentAt(DeadLetter letter) {
        return Objects.requireNonNullElse(letter.sent().sentAt(), Instant.EPOCH);
    }
}
