package org.refocusrecord.query.outbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends every event of the log to a topic: in order of position for each case, team and study, at
 * least once, none left out. Of several nodes one sends, and another takes over within seconds when
 * it is gone.
 *
 * <p>Where an event cannot be sent it stands still before it, says why once, and tries again. What
 * keeps it from sending keeps nobody from recording, nor the server from starting.
 */
public final class OutboxFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxFollower.class);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Outlet outlet;
    private final String topic;
    private final OutboxTempo tempo;
    private final Thread thread;
    private final AtomicLong sent = new AtomicLong();
    private volatile @Nullable String fault;
    private volatile boolean closed;
    private @Nullable TopicSession session;
    private @Nullable Sending sending;
    private boolean careful;
    private long counted;

    /** Sends what is in a log; {@link #start()} sets it going. */
    OutboxFollower(Outlet outlet) {
        this.outlet = outlet;
        this.topic = outlet.settings().topic();
        this.tempo = outlet.tempo();
        this.thread = Thread.ofPlatform().name("outbox").daemon().unstarted(this::follow);
    }

    /** Begins to send, from where the last one stopped. Nobody waits for it. */
    public void start() {
        thread.start();
    }

    private void follow() {
        try {
            while (!closed) {
                try {
                    turn();
                } catch (InterruptedException stopped) {
                    break;
                } catch (RuntimeException | Error failed) {
                    // A lack of memory passes too: who ended for it would never send again.
                    told(failed);
                    leave();
                    careful = true;
                    LockSupport.parkNanos(tempo.pause().toNanos());
                }
            }
        } finally {
            // Whatever ended it, another node may go on at once.
            leave();
            fault = closed ? fault : "ended";
        }
    }

    private void turn() throws InterruptedException {
        Sending now = sending == null ? begin() : sending;
        if (now == null) {
            well();
            LockSupport.parkNanos(tempo.pause().toNanos());
            return;
        }
        boolean more = now.turn();
        if (count(now) > 0 || !more) {
            well();
        }
        if (!more) {
            outlet.feed().awaitBeyond(now.position(), NOW_AND_THEN);
            now.goOn();
        }
    }

    /** How many were acknowledged since it was last counted. */
    private long count(Sending now) {
        long more = now.acknowledged() - counted;
        counted += more;
        sent.addAndGet(more);
        return more;
    }

    /** Null while another node sends. */
    private @Nullable Sending begin() {
        TopicSession open = session;
        if (open == null) {
            open = outlet.session(topic);
            session = open;
        }
        if (!open.take()) {
            return null;
        }
        EventsPublisher publisher = outlet.publisher(topic);
        try {
            begin(open, publisher.topicId());
            Sending begun = outlet.sending(open, publisher, Long.MAX_VALUE, careful);
            sending = begun;
            counted = 0;
            return begun;
        } finally {
            if (sending == null) {
                publisher.close();
            }
        }
    }

    private void begin(TopicSession open, String topicId) {
        boolean isAnother = open.topicId() != null && !open.topicId().equals(topicId);
        if (isAnother) {
            LOG.warn(
                    "the topic {} is another than that to which events were sent up to position {}:"
                            + " they are sent to it from the first",
                    topic,
                    open.position());
        }
        open.begin(topicId, isAnother ? 0 : open.position());
    }

    /** Once of each cause, for it may last. */
    private void told(Throwable failed) {
        if (closed) {
            return;
        }
        try {
            String cause = NotSent.cause(failed);
            if (!cause.equals(fault)) {
                LOG.error("events do not go out: {}. See docs/kafka.md.", cause);
            }
            fault = cause;
        } catch (Error _) {
            // It is told next time, or the time after that: here is nothing left to do it with.
        }
    }

    private void well() {
        if (fault != null) {
            LOG.warn("events go out again");
            fault = null;
        }
    }

    private void leave() {
        // Else nothing more can be waited for.
        var _ = Thread.interrupted();
        Sending left = sending;
        TopicSession open = session;
        sending = null;
        session = null;
        try (open) {
            if (left != null) {
                left.close();
                count(left);
            }
        } catch (RuntimeException | Error lost) {
            lost(lost);
        }
    }

    private static void lost(Throwable lost) {
        try {
            LOG.debug("what was acknowledged last is sent again", lost);
        } catch (Error _) {
            // As above.
        }
    }

    /** Why this node's outbox does not move; null while it does, or another node's is to. */
    public @Nullable String fault() {
        return fault;
    }

    /** How many events this node has sent. */
    public long sent() {
        return sent.get();
    }

    /** Stops after the page under way, and leaves the topic to others. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(STOP);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
