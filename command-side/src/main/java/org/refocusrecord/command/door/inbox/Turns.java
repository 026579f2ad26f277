package org.refocusrecord.command.door.inbox;

import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.PreparedStatement;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Of those that wait for one case only one node tries some at a time. No connection is kept
 * meanwhile: a turn is over after two minutes, whether its node died or takes longer, and of two
 * that try at once nothing is recorded twice, though both may tell the sender.
 */
final class Turns {

    private static final String TURN =
            """
            insert into refocus_inbox.turn (stream, holder, until)
            values (?, ?, clock_timestamp() + interval '2 minutes')
            on conflict (stream) do update set holder = excluded.holder, until = excluded.until
             where turn.until < clock_timestamp()
            """;
    private static final String OVER =
            "delete from refocus_inbox.turn where stream = ? and holder = ?";

    private final LogTransactions transactions;
    private final Supplier<UUID> ids;

    Turns(LogTransactions transactions, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    /**
     * Does something while no other node does the same for that stream; false where one does, and
     * nothing was done here.
     */
    boolean alone(String stream, Runnable work) {
        UUID holder = ids.get();
        if (write(TURN, stream, holder) == 0) {
            return false;
        }
        try {
            work.run();
        } finally {
            write(OVER, stream, holder);
        }
        return true;
    }

    private int write(String sql, String stream, UUID holder) {
        return transactions.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, stream);
                statement.setObject(2, holder);
                return statement.executeUpdate();
            }
        });
    }
}
