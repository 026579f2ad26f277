package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.query.outbox.OutboxFollower;
import org.refocusrecord.query.outbox.OutboxPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * How far what was sent out is behind the log, and whether it moves while there is something to
 * send: a node that does not send has to say of another that it does not either.
 */
final class OutboxWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);

    private final EventLog log;
    private final OutboxFollower outbox;
    private final OutboxPosition position;
    private final Duration patience;
    private final Vigil vigil =
            new Vigil(
                    "outbox-watch",
                    this::trouble,
                    LOG,
                    "What is recorded does not go out: {}. See docs/watching.md.",
                    "What is recorded goes out again.");
    private long seen = -1;
    private long since = System.nanoTime();

    /** With so much patience for a position that does not move. */
    OutboxWatch(EventLog log, OutboxFollower outbox, OutboxPosition position, Duration patience) {
        this.log = log;
        this.outbox = outbox;
        this.position = position;
        this.patience = patience;
    }

    /** Begins to look. */
    void start() {
        vigil.start();
    }

    /** Up to where all events were acknowledged, whichever node sends them. */
    long position() {
        return position.get();
    }

    /** How many positions the log is ahead of that. */
    long lag() {
        // In this order: else it might be said to be ahead of the log.
        long reached = position.get();
        return log.head().position() - reached;
    }

    /** How many events this node has sent. */
    long sent() {
        return outbox.sent();
    }

    /** Whether this node is to send and cannot. */
    boolean isStuck() {
        return outbox.fault() != null;
    }

    /** Whether all was sent, or more is from moment to moment. */
    boolean isWell() {
        return vigil.isWell();
    }

    private synchronized @Nullable String trouble() {
        if (isStuck()) {
            return "this server has said why";
        }
        long reached = position();
        long head = log.head().position();
        if (reached != seen || reached >= head) {
            seen = reached;
            since = System.nanoTime();
        }
        return System.nanoTime() - since <= patience.toNanos()
                ? null
                : "position %d is the last for %d seconds, of %d"
                        .formatted(reached, patience.toSeconds(), head);
    }

    @Override
    public void close() {
        vigil.close();
    }
}
