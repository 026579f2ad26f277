package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** What an administrator sees of the views, and can do with them. */
public final class Projections {

    /** How long an administrator waits for a page that is being handled. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventFeed feed;
    private final Transactions transactions;
    private final Intervening intervening;
    private final Follower follower;
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
        this.feed = feed;
        this.transactions = new Transactions(dataSource);
        this.intervening = new Intervening(transactions, patience);
        this.follower = follower;
        this.folds = new Folds(projectors);
        this.releasing = new Releasing(feed, transactions, intervening, folds);
    }

    /** How all views are doing. */
    public List<ProjectionStatus> status() {
        Seen seen = transactions.read(Projections::seen);
        // Read after the views, so that none is ever ahead of it.
        long head = feed.head().position();
        Collection<List<ProjectionState>> views = ProjectionState.byView(seen.live()).values();
        Set<Long> holes = holes(views, head);
        return views.stream().map(view -> status(view, seen, head, holes)).toList();
    }

    private static Seen seen(Connection connection) throws SQLException {
        Map<Long, List<Difference>> differences = new HashMap<>();
        List<Rebuild> rebuilds = RebuildTable.latest(connection);
        for (Rebuild rebuild : rebuilds) {
            if (rebuild.comparedAt() != null) {
                differences.put(rebuild.id(), DifferenceTable.kept(connection, rebuild.id()));
            }
        }
        return new Seen(
                ProjectionTable.all(connection, Side.LIVE),
                ProjectionTable.all(connection, Side.NEXT),
                ParkedTable.all(connection, Side.LIVE, null),
                rebuilds,
                differences);
    }

    /**
     * The positions right behind views at which the log lacks an event. Whoever moves the views has
     * met with it; the others ask, once for all of them.
     */
    private Set<Long> holes(Collection<List<ProjectionState>> views, long head) {
        Set<Long> next = new HashSet<>();
        for (List<ProjectionState> view : views) {
            long position = moved(view);
            if (position < head) {
                next.add(position + 1);
            }
        }
        return next.isEmpty() ? next : feed.missing(next);
    }

    private static long position(List<ProjectionState> view) {
        return view.stream().mapToLong(ProjectionState::position).min().orElseThrow();
    }

    /** Up to where the segments that are to move have handled all. */
    private static long moved(List<ProjectionState> view) {
        return view.stream()
                .filter(state -> !state.paused())
                .mapToLong(ProjectionState::position)
                .min()
                .orElse(position(view));
    }

    /** What was read at one moment. */
    private record Seen(
            List<ProjectionState> live,
            List<ProjectionState> next,
            List<Parked> parked,
            List<Rebuild> rebuilds,
            Map<Long, List<Difference>> differences) {}

    private ProjectionStatus status(
            List<ProjectionState> view, Seen seen, long head, Set<Long> holes) {
        ProjectionState first = view.getFirst();
        long position = position(view);
        Tally tally = tally(view);
        return new ProjectionStatus(
                first.name(),
                first.version(),
                position,
                head,
                head - position,
                doing(view, head, holes),
                tally.count(),
                tally.hex(),
                handled(view),
                segments(view, seen.parked(), head),
                seen.rebuilds().stream()
                        .filter(rebuild -> rebuild.name().equals(first.name()))
                        .findFirst()
                        .map(rebuild -> rebuild(rebuild, view, seen))
                        .orElse(null));
    }

    private static Tally tally(List<ProjectionState> view) {
        return view.stream().map(ProjectionState::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** All segments were cut at one position. */
    private static long handled(List<ProjectionState> view) {
        long since = view.isEmpty() ? 0 : view.getFirst().since();
        return since + view.stream().mapToLong(ProjectionState::handled).sum();
    }

    private RebuildStatus rebuild(Rebuild rebuild, List<ProjectionState> live, Seen seen) {
        boolean isUnderWay = rebuild.ended() == null;
        List<ProjectionState> next =
                seen.next().stream().filter(state -> state.name().equals(rebuild.name())).toList();
        Tally tally = tally(next);
        Rebuild.Act accepted = rebuild.accepted();
        Rebuild.Act ended = rebuild.ended();
        return new RebuildStatus(
                rebuild.version(),
                state(rebuild, next),
                isUnderWay ? handled(next) : handled(live),
                handled(live),
                isUnderWay ? tally.count() : null,
                isUnderWay ? tally.hex() : null,
                rebuild.begun().by(),
                rebuild.begun().at(),
                rebuild.comparedAt(),
                seen.differences().getOrDefault(rebuild.id(), List.of()),
                accepted == null ? null : accepted.by(),
                accepted == null ? null : accepted.at(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.at());
    }

    private RebuildStatus.State state(Rebuild rebuild, List<ProjectionState> next) {
        if (rebuild.ended() == null && rebuild.paused()) {
            return RebuildStatus.State.PAUSED;
        }
        if (next.stream().anyMatch(follower::hasStranded)) {
            return RebuildStatus.State.STRANDED;
        }
        return switch (rebuild.state()) {
            case FOLDING -> RebuildStatus.State.FOLDING;
            case DIFFERS -> RebuildStatus.State.DIFFERS;
            case LIVE -> RebuildStatus.State.LIVE;
            case CANCELLED -> RebuildStatus.State.CANCELLED;
        };
    }

    private static List<ProjectionStatus.Segment> segments(
            List<ProjectionState> view, List<Parked> parked, long head) {
        Segments segments = new Segments(view.size());
        Map<Integer, Long> waiting =
                parked.stream()
                        .filter(each -> each.projection().equals(view.getFirst().name()))
                        .collect(
                                Collectors.groupingBy(
                                        each -> segments.of(each.stream()), Collectors.counting()));
        return view.stream()
                .map(state ->
                        new ProjectionStatus.Segment(
                                state.segment(),
                                state.position(),
                                head - state.position(),
                                state.handled(),
                                state.tally().count(),
                                state.tally().hex(),
                                state.paused(),
                                waiting.getOrDefault(state.segment(), 0L).intValue()))
                .toList();
    }

    private ProjectionStatus.State doing(List<ProjectionState> view, long head, Set<Long> holes) {
        // While one segment still moves it is not.
        if (view.stream().allMatch(ProjectionState::paused)) {
            return ProjectionStatus.State.PAUSED;
        }
        long position = moved(view);
        if (follower.fault() != null || holes.contains(position + 1)) {
            return ProjectionStatus.State.FAILING;
        }
        if (follower.hasStranded(view.getFirst())) {
            return ProjectionStatus.State.STRANDED;
        }
        return position >= head ? ProjectionStatus.State.LIVE : ProjectionStatus.State.CATCHING_UP;
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
