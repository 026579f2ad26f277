package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.Claims.Held;
import org.refocusrecord.query.projection.Moving.Moved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PAGE = 1_000;
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);

    private final EventFeed feed;
    private final Transactions transactions;
    private final Map<String, Projector> projectors = new LinkedHashMap<>();
    private final Positions positions;
    private final Preparing preparing;
    private final Moving moving;
    private final Claims claims;
    private final Thread thread;
    private Moved last = Moved.NOBODY;
    private boolean prepared;
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
        this.transactions = new Transactions(dataSource);
        projectors.forEach(projector -> this.projectors.put(projector.name(), projector));
        this.positions = positions;
        this.moving = new Moving(feed, this.projectors, pageSize);
        this.preparing =
                new Preparing(
                        this.projectors, segments, new Moving(feed, this.projectors, pageSize));
        this.claims = new Claims(claims, preparing.generation());
        this.thread = Thread.ofPlatform().name("views").daemon().unstarted(this::follow);
    }

    /** Begins to follow, each view from where it last was. */
    public void start() {
        transactions.write(preparing::register);
        thread.start();
    }

    private void follow() {
        try {
            goOn();
        } finally {
            // Whatever ended it, others go on.
            fault = closed ? fault : "ended";
            claims.close();
        }
    }

    private void goOn() {
        while (!closed) {
            try {
                boolean more = next();
                fault = null;
                if (!more) {
                    await();
                }
            } catch (InterruptedException stopped) {
                break;
            } catch (RuntimeException failed) {
                // Nothing was lost: the page is read again.
                fault = Applying.cause(failed);
                LOG.warn("the views do not move: {}", fault);
                LockSupport.parkNanos(AFTER_A_FAULT.toNanos());
            }
        }
    }

    /** Whether there is more to do at once. */
    private boolean next() {
        if (!prepared) {
            cut();
            return true;
        }
        step();
        return last.more();
    }

    private void cut() {
        prepared = transactions.write(preparing::cut);
        if (prepared) {
            preparing.close();
        }
        positions.moved();
    }

    private void await() throws InterruptedException {
        waiting = true;
        try {
            if (!closed) {
                feed.awaitBeyond(last.position(), claims.rest());
            }
        } finally {
            waiting = false;
        }
    }

    /** Makes the views ready to be moved. */
    void prepare() {
        transactions.write(preparing::register);
        while (!prepared) {
            cut();
        }
    }

    /** Handles a page; false if there was none. */
    boolean step() {
        Held held = claims.held();
        last =
                held == null
                        ? Moved.NOBODY
                        : transactions.write(connection -> step(connection, held));
        if (last.any()) {
            positions.moved();
        }
        return last.any();
    }

    private Moved step(Connection connection, Held held) throws SQLException {
        List<ProjectionState> claimed = ProjectionTable.claimed(connection, held.claim());
        if (claimed.isEmpty()) {
            claims.doubt();
        }
        return moving.on(
                connection, claimed.stream().filter(this::isToMove).toList(), held.segments());
    }

    /** While a newer program is being brought in, the older one leaves its views alone. */
    private boolean isToMove(ProjectionState state) {
        Projector projector = projectors.get(state.name());
        return !state.paused() && projector != null && projector.version() == state.version();
    }

    /** Why the views do not move; null while they do. */
    @Nullable String fault() {
        return fault;
    }

    /** Stops after the page under way, and leaves its segments to others. */
    @Override
    public void close() {
        closed = true;
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
        claims.close();
        moving.close();
        preparing.close();
    }
}
