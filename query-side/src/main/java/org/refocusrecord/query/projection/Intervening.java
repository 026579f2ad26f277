package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Writes what an administrator changes while somebody moves the views. Who moves them has locked
 * the rows that are needed here, on one connection, and reads the log through a second of the same
 * pool. So nobody waits here for rows and keeps a connection for longer than a moment: he gives it
 * back and asks again; and no more than one of a node does so at a time, lest many take turns at
 * keeping the last one.
 */
final class Intervening {

    /** Much less than anybody waits for a connection. */
    private static final String A_MOMENT = "set local lock_timeout = '250ms'";

    private static final long PAUSE_MILLIS = 20;

    private final Transactions transactions;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);

    /**
     * @param patience how long it is asked again, until whoever asks is told that it cannot be now
     */
    Intervening(Transactions transactions, Duration patience) {
        this.transactions = transactions;
        this.patience = patience;
    }

    /** Does it in a transaction; again, where rows were held by another. */
    <T extends @Nullable Object> T write(SqlCall<T> call) {
        return inTurn(now -> now.write(call));
    }

    /** Several transactions; nobody else of this node writes between them. */
    <T extends @Nullable Object> T inTurn(Function<Turn, T> work) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw ViewsNotReachable.heldByAnother();
            }
            try {
                return work.apply(new Turn(end));
            } finally {
                turn.release();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw ViewsNotReachable.heldByAnother();
        }
    }

    /** Whose turn it is; his patience is one, however much he writes. */
    final class Turn {

        private final long end;

        private Turn(long end) {
            this.end = end;
        }

        <T extends @Nullable Object> T write(SqlCall<T> call) {
            while (true) {
                try {
                    return transactions.write(connection -> soon(connection, call));
                } catch (ViewsNotReachable held) {
                    if (!held.isHeldByAnother() || System.nanoTime() - end >= 0) {
                        throw held;
                    }
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw ViewsNotReachable.heldByAnother();
        }
    }

    private static <T extends @Nullable Object> T soon(Connection connection, SqlCall<T> call)
            throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute(A_MOMENT);
        }
        return call.on(connection);
    }
}
