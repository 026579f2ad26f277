package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.log.HeadsNoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** That no stream has a hole, and that what the log has noted last of all of them is true. */
final class AuditedStreams {

    private static final String HOLE =
            """
            select position, expected from (
                select position, sequence,
                       row_number() over (partition by stream order by sequence) - 1 as expected
                  from refocus_log.event where position <= ?) e
             where sequence <> expected order by position limit 1
            """;

    private final LogStore store;
    private final LogTransactions transactions;

    AuditedStreams(LogStore store, LogTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    static void requireWhole(Connection connection, long head) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HOLE)) {
            query.setLong(1, head);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    throw new DoesNotFit(
                            row.getLong(1),
                            "its stream has no event with sequence " + row.getLong(2));
                }
            }
        }
    }

    /** The last note of heads is true; answers with the position that it speaks of, 0 for none. */
    long requireHeads(long head) {
        StoredRow row = lastNote(head);
        if (row == null) {
            return 0;
        }
        HeadsNoted noted = noted(row);
        HeadsAudit.Heads heads =
                transactions.read(connection -> HeadsAudit.at(connection, noted.position()));
        if (heads.streams() != noted.streams()
                || !HexFormat.of().formatHex(heads.root()).equals(noted.root())) {
            throw new DoesNotFit(
                    row.position(),
                    "what the log noted there of the last events of its streams is not true");
        }
        return noted.position();
    }

    private static HeadsNoted noted(StoredRow row) {
        try {
            return (HeadsNoted)
                    new PayloadReader()
                            .read(
                                    row.stream(),
                                    row.type(),
                                    row.revision(),
                                    new EventId(row.eventId()),
                                    row.payload());
        } catch (PayloadUnreadable unreadable) {
            throw new DoesNotFit(row.position(), "a note of heads that this program cannot read");
        }
    }

    private @Nullable StoredRow lastNote(long head) {
        long sequence = store.nextSequence(HeadsNoted.STREAM) - 1;
        while (sequence >= 0) {
            StoredRow row = store.events(HeadsNoted.STREAM, sequence - 1, 1).getFirst();
            if (row.position() <= head) {
                return row;
            }
            sequence--;
        }
        return null;
    }
}
