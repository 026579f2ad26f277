package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.Claims.Held;
import org.refocusrecord.query.projection.Folding.Batch;
import org.refocusrecord.query.projection.Moving.Leg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fills the next sides of views, those segments that are this node's, step by step on a thread of
 * its own: what is live does not wait for it. Whatever it reads of the log it reads before it locks
 * anything, so that it never holds one connection while it waits for the next. Whatever it has done
 * is in the database, and goes on there with whoever has the segment next.
 */
final class Rebuilding implements AutoCloseable {

    private static final int EVENTS_AT_ONCE = 4_000;

    private final Transactions transactions;
    private final Folds folds;
    private final Folding folding;
    private final Moving moving;
    private final Comparing comparing;
    private volatile @Nullable Held held;

    Rebuilding(EventFeed feed, Transactions transactions, Folds folds, int pageSize) {
        this.transactions = transactions;
        this.folds = folds;
        this.folding = new Folding(feed, folds, Math.min(4 * pageSize, EVENTS_AT_ONCE));
        this.moving = new Moving(feed, folds, Side.NEXT, pageSize);
        this.comparing = new Comparing(feed, transactions, folds, System::nanoTime);
    }

    /** Is told what this node may move now. */
    void holds(@Nullable Held now) {
        held = now;
    }

    /** The next view whose sides are to be compared while it does not move; null: none. */
    @Nullable String due() {
        return comparing.due();
    }

    /** What was seen at one moment. */
    record Seen(
            List<Rebuild> rebuilds,
            List<ProjectionState> own,
            List<ProjectionState> live,
            List<ProjectionState> next) {}

    /** Does a bit; whether there is more to do at once. */
    boolean step() {
        Held now = held;
        if (now == null || !now.rebuilding()) {
            folding.close();
            return false;
        }
        Seen seen = transactions.read(connection -> seen(connection, now.claim()));
        List<ProjectionState> streams =
                seen.own().stream().filter(state -> state.folding() != null).toList();
        Attempts attempts = new Attempts();
        // One that is folded for long, or cannot be, keeps none of the others from going live.
        boolean folded = !streams.isEmpty() && attempts.does(() -> fold(streams, now));
        if (streams.isEmpty()) {
            // It may have been cancelled, paused or taken over in the middle.
            folding.close();
        }
        Leg leg = behind(seen, now.segments());
        boolean followed = leg != null && attempts.does(() -> follow(leg, now));
        // What is recorded all the time keeps it a little behind all the time.
        for (Rebuild rebuild : seen.rebuilds()) {
            boolean _ = attempts.does(() -> comparing.compare(rebuild, seen));
        }
        attempts.end();
        return folded || followed;
    }

    private Seen seen(Connection connection, long claim) throws SQLException {
        List<Rebuild> rebuilds = RebuildTable.underWay(connection);
        List<ProjectionState> own =
                ProjectionTable.claimed(connection, Side.NEXT, claim).stream()
                        .filter(folds::made)
                        .filter(state -> isGoingOn(rebuilds, state.name()))
                        .toList();
        return new Seen(
                rebuilds,
                own,
                ProjectionTable.all(connection, Side.LIVE),
                ProjectionTable.all(connection, Side.NEXT));
    }

    private static boolean isGoingOn(List<Rebuild> rebuilds, String name) {
        return rebuilds.stream()
                .anyMatch(rebuild -> rebuild.name().equals(name) && !rebuild.paused());
    }

    private boolean fold(List<ProjectionState> states, Held now) {
        Batch batch = folding.read(states, now.segments());
        return transactions.write(connection -> {
            if (stillStand(connection, now, batch.folding())) {
                folding.write(connection, batch);
            }
            return true;
        });
    }

    private boolean follow(Leg leg, Held now) {
        return transactions.write(connection ->
                stillStand(connection, now, leg.moving()) && moving.write(connection, leg).any());
    }

    /** Whether all of these are where they were, and this node's; they are locked then. */
    private static boolean stillStand(Connection connection, Held now, List<ProjectionState> states)
            throws SQLException {
        return ProjectionTable.claimedLocked(connection, Side.NEXT, now.claim())
                .containsAll(states);
    }

    /** The next page of those that are least far, none further than its live side; null: none. */
    private @Nullable Leg behind(Seen seen, Segments segments) {
        Map<String, Long> live = new HashMap<>();
        seen.live().forEach(state -> live.put(place(state), state.position()));
        List<ProjectionState> behind =
                seen.own().stream()
                        .filter(state -> state.folding() == null)
                        .filter(state -> state.position() < to(live, state))
                        .toList();
        if (behind.isEmpty()) {
            return null;
        }
        ProjectionState least =
                behind.stream()
                        .min(Comparator.comparingLong(ProjectionState::position))
                        .orElseThrow();
        long to =
                behind.stream()
                        .filter(state -> state.position() == least.position())
                        .mapToLong(state -> to(live, state))
                        .min()
                        .orElseThrow();
        return moving.ahead(behind, segments, to);
    }

    private static String place(ProjectionState state) {
        return state.name() + " " + state.segment();
    }

    private static long to(Map<String, Long> live, ProjectionState state) {
        return Objects.requireNonNullElse(live.get(place(state)), 0L);
    }

    @Override
    public void close() {
        folding.close();
        moving.close();
    }
}
