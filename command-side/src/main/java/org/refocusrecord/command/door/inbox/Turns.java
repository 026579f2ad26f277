package org.refocusrecord.command.door.inbox;

import org.refocusrecord.eventlog.store.LogTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Of those that wait for one case only one node tries some at a time. No connection is kept
 * meanwhile: a turn is over when its node has not said for a while that it is still at it, and
 * after two minutes whatever it says. Then another tries too; nothing is recorded twice, though
 * both may tell the sender.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** So long a case waits for a node that died. */
    private static final Duration LASTS = Duration.ofSeconds(20);

    /** A few times meanwhile, since one try may fail. */
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(4);

    /** Whoever takes longer than two minutes may lack what another has. */
    private static final int MOST_WORDS = 25;

    private static final String TURN =
            """
            insert into refocus_inbox.turn (stream, holder, until)
            values (?, ?, clock_timestamp() + interval '%1$d seconds')
            on conflict (stream) do update set holder = excluded.holder, until = excluded.until
             where turn.until < clock_timestamp()
            """
                    .formatted(LASTS.toSeconds());
    private static final String STILL =
            """
            update refocus_inbox.turn set until = clock_timestamp() + interval '%1$d seconds'
             where stream = ? and holder = ?
            """
                    .formatted(LASTS.toSeconds());
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
        CountDownLatch done = new CountDownLatch(1);
        try {
            Thread.ofVirtual().name("turn").start(() -> keep(stream, holder, done));
            work.run();
        } finally {
            done.countDown();
            write(OVER, stream, holder);
        }
        return true;
    }

    private void keep(String stream, UUID holder, CountDownLatch done) {
        try {
            for (int words = 0; words < MOST_WORDS && !isDoneSoon(done); words++) {
                still(stream, holder);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDoneSoon(CountDownLatch done) throws InterruptedException {
        return done.await(BETWEEN_WORDS.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Where it cannot be said now it may be the next time. */
    private void still(String stream, UUID holder) {
        try {
            write(STILL, stream, holder);
        } catch (RuntimeException | Error notSaid) {
            LOG.debug("a turn may end before its work", notSaid);
        }
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
