package org.refocusrecord.command.door.inbox;

import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Which dead letters were sent again. */
final class DeadLetterRetries {

    private static final String NOTE =
            "insert into refocus_inbox.dead_letter_retry (topic, part, at_offset, sent_at,"
                    + " retried_by) values (?, ?, ?, ?, ?)";
    private static final String LAST =
            "select max(retried_at) from refocus_inbox.dead_letter_retry"
                    + " where topic = ? and part = ? and at_offset = ? and sent_at = ?";

    private final LogTransactions transactions;
    private final String topic;

    DeadLetterRetries(LogTransactions transactions, String topic) {
        this.transactions = transactions;
        this.topic = topic;
    }

    void note(DeadLetter letter, String account) {
        transactions.write(connection -> {
            try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                set(note, letter);
                note.setString(5, account);
                return note.executeUpdate();
            }
        });
    }

    /** When it was last sent again; empty: never. */
    Optional<Instant> last(DeadLetter letter) {
        return transactions.read(connection -> {
            try (PreparedStatement last = connection.prepareStatement(LAST)) {
                set(last, letter);
                try (ResultSet row = last.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
                }
            }
        });
    }

    private void set(PreparedStatement statement, DeadLetter letter) throws java.sql.SQLException {
        statement.setString(1, topic);
        statement.setInt(2, letter.place().partition());
        statement.setLong(3, letter.place().offset());
        statement.setTimestamp(
                4,
                Timestamp.from(Objects.requireNonNullElse(letter.sent().sentAt(), Instant.EPOCH)));
    }
}
