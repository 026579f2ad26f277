package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

/**
 * Moves all views along the log, a page at a time. Views that stand at one position move together
 * in one transaction, so that what is read from several of them fits together; one that is behind
 * catches up first. More than one node may follow: whoever locks the positions moves the views.
 *
 * <p>It asks the database for nothing while there is nothing to do: a word of new events wakes it
 * only if they are beyond what it has handled, and none while every view is paused. What it was not
 * told of, the work of another node and a view that was paused or resumed, it looks for now and
 * then.
 */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PAGE = 1_000;
    private static final int EVENTS_KEPT = 50_000;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);

    private static final long NOTHING_MOVES = Long.MAX_VALUE;

    private final EventFeed feed;
    private final Transactions transactions;
    private final Map<String, Projector> projectors = new LinkedHashMap<>();
    private final Positions positions;
    private final int pageSize;
    private final Reading reading;
    private final Streams streams;
    private final Thread thread;
    private long handled;
    private boolean more;
    private volatile boolean closed;
    private volatile boolean waiting;
    private volatile @Nullable String fault;

    /** A follower of the log for these views; {@link #start()} sets it going. */
    public Follower(
            EventFeed feed,
            DataSource dataSource,
            List<Projector> projectors,
            Positions positions) {
        this(feed, dataSource, projectors, positions, PAGE);
    }

    Follower(
            EventFeed feed,
            DataSource dataSource,
            List<Projector> projectors,
            Positions positions,
            int pageSize) {
        this.feed = feed;
        this.transactions = new Transactions(dataSource);
        projectors.forEach(projector -> this.projectors.put(projector.name(), projector));
        this.positions = positions;
        this.pageSize = pageSize;
        this.reading = new Reading(feed, pageSize);
        this.streams = new Streams(feed, EVENTS_KEPT);
        this.thread = Thread.ofPlatform().name("views").daemon().unstarted(this::follow);
    }

    /** Begins to follow, each view from where it last was. */
    public void start() {
        prepare();
        thread.start();
    }

    /** A view with another fold than its rows were made by is folded anew. */
    void prepare() {
        transactions.write(connection -> {
            for (Projector projector : projectors.values()) {
                ProjectionTable.addIfMissing(connection, projector);
            }
            for (ProjectionState state : ProjectionTable.allLocked(connection)) {
                Projector projector = projectors.get(state.name());
                if (projector != null && projector.version() != state.version()) {
                    anew(connection, projector);
                }
            }
            return true;
        });
    }

    private static void anew(Connection connection, Projector projector) throws SQLException {
        projector.clear(connection);
        ParkedTable.release(connection, projector.name(), null);
        ProjectionTable.store(
                connection,
                new ProjectionState(projector.name(), projector.version(), 0, Tally.NONE, false));
    }

    private void follow() {
        while (!closed) {
            try {
                step();
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
        reading.close();
    }

    private void await() throws InterruptedException {
        waiting = true;
        try {
            if (!closed) {
                feed.awaitBeyond(handled, IDLE);
            }
        } finally {
            waiting = false;
        }
    }

    /** Handles a page; false if there was none. */
    boolean step() {
        boolean moved =
                transactions.write(connection ->
                        step(connection, running(ProjectionTable.allLocked(connection))));
        if (moved) {
            positions.moved();
        }
        return moved;
    }

    /** The views that are to move, the one that is furthest behind first. */
    private List<ProjectionState> running(List<ProjectionState> all) {
        return all.stream()
                .filter(state -> !state.paused() && isOurs(state))
                .sorted(Comparator.comparingLong(ProjectionState::position))
                .toList();
    }

    /** While a newer program is being brought in, the older one leaves its views alone. */
    private boolean isOurs(ProjectionState state) {
        Projector projector = projectors.get(state.name());
        return projector != null && projector.version() == state.version();
    }

    private boolean step(Connection connection, List<ProjectionState> running) throws SQLException {
        more = false;
        handled = running.isEmpty() ? NOTHING_MOVES : running.getFirst().position();
        if (running.isEmpty()) {
            return false;
        }
        long from = running.getFirst().position();
        Page page = page(from, running);
        if (page.size() == 0) {
            more = false;
            return false;
        }
        long to = page.logged().getLast().position();
        for (ProjectionState state : running) {
            if (state.position() == from) {
                Projector projector = projectors.get(state.name());
                if (projector != null) {
                    Tally change = new Applying(projector, connection).apply(page);
                    ProjectionTable.store(connection, state.after(to, change));
                }
            }
        }
        handled = to;
        more |= page.size() == pageSize;
        return true;
    }

    /** Cut where the next view stands, so that they go on together. */
    private Page page(long from, List<ProjectionState> running) {
        long most = Long.MAX_VALUE;
        for (ProjectionState state : running) {
            if (state.position() > from) {
                most = Math.min(most, state.position());
            }
        }
        long cut = most;
        // Where others stand further on, there is more.
        more = cut < Long.MAX_VALUE;
        Page page =
                new Page(
                        reading.after(from).stream()
                                .filter(logged -> logged.position() <= cut)
                                .toList(),
                        streams);
        streams.met(page.events());
        return page;
    }

    /** Why the views do not move; null while they do. */
    @Nullable String fault() {
        return fault;
    }

    /** Stops after the page under way. */
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
    }
}
