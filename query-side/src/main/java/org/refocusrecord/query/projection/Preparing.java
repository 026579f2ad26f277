package org.refocusrecord.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node does before it moves views: it makes those that it brings, and cuts all into the
 * number that it was told. Another node that does the same, or counts rows for it, is waited for
 * bit by bit, so that whoever waits can be told to stop, and a server starts meanwhile.
 */
final class Preparing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    private final Transactions transactions;
    private final Registering registering;
    private final Cutting cutting;
    private boolean registered;
    private boolean done;
    private boolean waiting;

    Preparing(Transactions transactions, Registering registering, Cutting cutting) {
        this.transactions = transactions;
        this.registering = registering;
        this.cutting = cutting;
    }

    boolean isDone() {
        return done;
    }

    /** Goes on, until it is done. */
    void goOn() {
        try {
            if (registered) {
                done = transactions.write(cutting::cut);
            } else {
                registered = register();
            }
            waiting = false;
        } catch (ViewsNotReachable held) {
            if (!held.isHeldByAnother()) {
                throw held;
            }
            if (!waiting) {
                waiting = true;
                LOG.info("the views are being prepared by another server; this one waits for it");
            }
        }
        if (done) {
            close();
        }
    }

    private boolean register() {
        return transactions.write(connection -> {
            registering.register(connection);
            return true;
        });
    }

    @Override
    public void close() {
        cutting.close();
    }
}
