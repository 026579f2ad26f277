package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

/**
 * Moves views along the log, a page at a time: those segments of them that are this node's. More
 * than one node may follow, and each takes its share.
 *
 * <p>It asks the database for nothing while there is nothing to do: a word of new events wakes it
 * only if they are beyond what it has handled, and none while every view is paused. What it was not
 * told of, another node that came or went and a view that was paused or resumed, it looks for now
 * and then.
 *
 * <p>Views that are being rebuilt are filled beside on a thread of their own.
 */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PAGE = 1_000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);

    private final EventFeed feed;
    private final Turns turns;
    private final Thread thread;
    private final RebuildingThread rebuilding;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean waiting;
    private volatile @Nullable String fault;

    /**
     * A follower of the log for these views; {@link #start()} sets it going.
     *
     * @param dataSource the pool of whoever writes views
     * @param claims lends a connection, as the same role, on which claims are held: no pool
     * @param segments into how many segments the views are to be cut
     */
    public Follower(
            EventFeed feed,
            DataSource dataSource,
            DataSource claims,
            List<Projector> projectors,
            Positions positions,
            Segments segments) {
        this(feed, dataSource, claims, projectors, positions, segments, PAGE);
    }

    Follower(
            EventFeed feed,
            DataSource dataSource,
            DataSource claims,
            List<Projector> projectors,
            Positions positions,
            Segments segments,
            int pageSize) {
        this.feed = feed;
        this.turns = new Turns(feed, dataSource, claims, projectors, positions, segments, pageSize);
        this.thread = Thread.ofPlatform().name("views").daemon().unstarted(this::follow);
        this.rebuilding = new RebuildingThread(turns.rebuilding());
    }

    /**
     * Begins to follow, each view from where it last was, as soon as they are ready for it. That is
     * waited for a moment, so that whoever reads at once is answered; another node that prepares
     * them is not.
     */
    public void start() {
        thread.start();
        rebuilding.start();
        try {
            if (!ready.await(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("the server starts before its views are ready");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            goOn();
        } finally {
            // Whatever ended it, others go on.
            fault = closed ? fault : "ended";
            turns.leave();
        }
    }

    private void goOn() {
        while (!closed) {
            try {
                boolean more = turns.take();
                if (turns.areReady()) {
                    ready.countDown();
                }
                fault = null;
                if (!more) {
                    await();
                }
            } catch (InterruptedException stopped) {
                break;
            } catch (RuntimeException failed) {
                // Nothing was lost: the page is read again.
                told(failed);
                LockSupport.parkNanos(AFTER_A_FAULT.toNanos());
            }
        }
    }

    /** Once of each, for it may last. */
    private void told(RuntimeException failed) {
        String cause = Applying.cause(failed);
        if (!cause.equals(fault)) {
            LOG.error("the views do not move: {}", cause);
        }
        fault = cause;
    }

    private void await() throws InterruptedException {
        waiting = true;
        try {
            if (!closed) {
                feed.awaitBeyond(turns.position(), turns.rest());
            }
        } finally {
            waiting = false;
        }
    }

    /** Makes the views ready to be moved, by the hand of whoever calls. */
    void prepare() {
        while (!turns.prepare()) {
            // Another bit of the way.
        }
    }

    /** Handles a page by the hand of whoever calls; false if there was none. */
    boolean step() {
        return turns.move();
    }

    /** Does a bit of what is being rebuilt, by the hand of whoever calls; whether there is more. */
    boolean rebuild() {
        return turns.rebuilding().step();
    }

    /** Whether nobody who runs moves a view, since its rows are of a version that nobody brings. */
    boolean hasStranded(ProjectionState view) {
        return turns.haveStranded(view);
    }

    /** Why the views do not move; null while they do. */
    @Nullable String fault() {
        return fault;
    }

    /** Stops after the page under way, and leaves its segments to others. */
    @Override
    public void close() {
        closed = true;
        // What is live goes to others at once, though a large view may just be looked through.
        rebuilding.end();
        LockSupport.unpark(thread);
        if (waiting) {
            // A page under way is not broken off: who has waited looks first whether it is closed.
            thread.interrupt();
        }
        try {
            if (thread.isAlive()) {
                thread.join(STOP);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        rebuilding.close();
        turns.close();
    }
}
