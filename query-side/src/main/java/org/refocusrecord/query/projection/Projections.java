package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** What an administrator sees of the views, and can do with them. */
public final class Projections {

    /** How long an administrator waits for a page that is being handled. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Intervening intervening;
    private final Ledger ledger;
    private final Folds folds;
    private final Releasing releasing;

    /** The views that a follower moves. */
    public Projections(
            EventFeed feed, DataSource dataSource, List<Projector> projectors, Follower follower) {
        this(feed, dataSource, projectors, follower, PATIENCE);
    }

    Projections(
            EventFeed feed,
            DataSource dataSource,
            List<Projector> projectors,
            Follower follower,
            Duration patience) {
        this.transactions = new Transactions(dataSource);
        this.intervening = new Intervening(transactions, patience);
        this.ledger = new Ledger(feed, transactions, follower);
        this.folds = new Folds(projectors);
        this.releasing = new Releasing(feed, transactions, intervening, folds);
    }

    /** How all views are doing. */
    public List<ProjectionStatus> status() {
        return ledger.status();
    }

    /**
     * Whether every view of this program's that is not paused has handled all there is. What
     * another program left behind keeps nobody waiting.
     */
    public boolean haveCaughtUp() {
        Map<String, ProjectionStatus> views =
                status().stream()
                        .collect(Collectors.toMap(ProjectionStatus::name, Function.identity()));
        return folds.all().stream().allMatch(own -> hasCaughtUp(own, views.get(own.name())));
    }

    private static boolean hasCaughtUp(Projector own, @Nullable ProjectionStatus view) {
        return view != null
                && view.version() >= own.version()
                && (view.state() == ProjectionStatus.State.LIVE
                        || view.state() == ProjectionStatus.State.PAUSED);
    }

    /** The views of this program's that are not paused. */
    public List<String> moving() {
        return transactions.read(Projections::live).stream()
                .filter(state -> !state.paused() && folds.of(state.name()) != null)
                .map(ProjectionState::name)
                .distinct()
                .toList();
    }

    private static List<ProjectionState> live(Connection connection) throws SQLException {
        return ProjectionTable.all(connection, Side.LIVE);
    }

    /**
     * Lets a view stay where it is; where it is being rebuilt, the rebuild, while what is live goes
     * on. False if there is no such view.
     */
    public boolean pause(String name) {
        boolean isRebuilt =
                intervening.write(connection -> RebuildTable.pause(connection, name, true));
        return isRebuilt || paused(name, true);
    }

    /**
     * Lets the rebuild of a view stay where it is; nothing is done where none is under way, be it
     * that it has just ended. False if there is no such view.
     */
    public boolean pauseRebuild(String name) {
        return intervening.write(connection -> {
            RebuildTable.pause(connection, name, true);
            return isThere(connection, name);
        });
    }

    /** Lets a view move again, and its rebuild; false if there is no such view. */
    public boolean resume(String name) {
        intervening.write(connection -> RebuildTable.pause(connection, name, false));
        return paused(name, false);
    }

    /**
     * Begins to rebuild a view by this program's fold, beside the one that is live. Where a rebuild
     * is under way, it goes on.
     *
     * @return false if this program has no such view
     */
    public boolean rebuild(String name, String account) {
        Projector projector = folds.of(name);
        if (projector == null) {
            return false;
        }
        return intervening.write(connection -> {
            Segments segments = Cut.locked(connection).segments();
            if (isThere(connection, name) && RebuildTable.locked(connection, name) == null) {
                Sides.begin(connection, projector, segments, account);
            }
            return isThere(connection, name);
        });
    }

    /** Drops what was rebuilt of a view, if anything was; false if there is no such view. */
    public boolean cancel(String name, String account) {
        return intervening.write(connection -> {
            Cut.locked(connection);
            Rebuild rebuild = RebuildTable.locked(connection, name);
            if (rebuild != null) {
                Sides.cancel(connection, rebuild, account);
            }
            return isThere(connection, name);
        });
    }

    /**
     * Lets what was rebuilt of a view go live though it differs, if it is told how it does; false
     * if there is no such view.
     */
    public boolean accept(String name, String account) {
        return intervening.write(connection -> {
            RebuildTable.accept(connection, name, account);
            return isThere(connection, name);
        });
    }

    private static boolean isThere(Connection connection, String name) throws SQLException {
        return live(connection).stream().anyMatch(state -> state.name().equals(name));
    }

    /**
     * Segment by segment: several servers hold them by turns, and hardly ever let go of all at
     * once. In their order, so that the first says what was wanted last, whoever broke off. Once
     * more where the view was cut meanwhile.
     */
    private boolean paused(String name, boolean paused) {
        return intervening.inTurn(turn -> {
            int done = -1;
            List<ProjectionState> segments = segments(name);
            while (segments.size() != done) {
                for (ProjectionState next : segments) {
                    if (next.paused() != paused) {
                        int segment = next.segment();
                        turn.write(connection ->
                                ProjectionTable.pause(connection, name, segment, paused));
                    }
                }
                done = segments.size();
                segments = segments(name);
            }
            return done > 0;
        });
    }

    private List<ProjectionState> segments(String name) {
        return transactions.read(Projections::live).stream()
                .filter(state -> state.name().equals(name))
                .toList();
    }

    /** All that waits because an event could not be applied. */
    public List<Parked> parked() {
        return transactions.read(connection -> ParkedTable.all(connection, Side.LIVE, null));
    }

    /** Applies what waits of a stream with the present code; answers with what still waits. */
    public List<Parked> release(String stream) {
        return releasing.release(stream);
    }

    /** What a view holds, reckoned anew from its rows: the same as its digest, or it is broken. */
    public String recounted(String name) {
        Projector projector = folds.of(name);
        if (projector == null) {
            throw new IllegalArgumentException("no such view");
        }
        return transactions
                .readViews(connection -> projector.recounted(connection, new Segments(1)))
                .getFirst()
                .hex();
    }
}
