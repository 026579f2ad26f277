package org.refocusrecord.query.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A topic that is being filled. For one thread. */
final class Backfill implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

    private final Sending sending;
    private final TopicSession session;
    private final long to;

    Backfill(Sending sending, TopicSession session, long to) {
        this.sending = sending;
        this.session = session;
        this.to = to;
    }

    /**
     * Sends a page; false when all is there.
     *
     * @throws NotSent where an event cannot be sent
     */
    boolean goOn() throws InterruptedException {
        return sending.turn();
    }

    /** The position of the first event that it has, or will have. */
    long from() {
        return session.since() + 1;
    }

    /** Up to where all was acknowledged. */
    long position() {
        return sending.position();
    }

    /** How many events were acknowledged by this call. */
    long sent() {
        return sending.acknowledged();
    }

    /** Where it ends. */
    long to() {
        return to;
    }

    @Override
    public void close() {
        try {
            sending.close();
        } catch (NotSent lost) {
            LOG.debug("what was acknowledged last is sent again", lost);
        } finally {
            session.close();
        }
    }
}
