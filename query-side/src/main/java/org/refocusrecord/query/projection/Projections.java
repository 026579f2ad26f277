package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
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
        Seen seen =
                transactions.read(connection ->
                        new Seen(
                                ProjectionTable.all(connection),
                                ParkedTable.all(connection, null)));
        // Read after the views, so that none is ever ahead of it.
        long head = feed.head().position();
        Collection<List<ProjectionState>> views = ProjectionState.byView(seen.states()).values();
        Set<Long> holes = holes(views, head);
        return views.stream().map(view -> status(view, seen.parked(), head, holes)).toList();
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
    private record Seen(List<ProjectionState> states, List<Parked> parked) {}

    private ProjectionStatus status(
            List<ProjectionState> view, List<Parked> parked, long head, Set<Long> holes) {
        ProjectionState first = view.getFirst();
        long position = position(view);
        Tally tally = view.stream().map(ProjectionState::tally).reduce(Tally.NONE, Tally::plus);
        return new ProjectionStatus(
                first.name(),
                first.version(),
                position,
                head,
                head - position,
                doing(view, head, holes),
                tally.count(),
                tally.hex(),
                first.since() + view.stream().mapToLong(ProjectionState::handled).sum(),
                segments(view, parked, head));
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
        return transactions.read(ProjectionTable::all).stream()
                .filter(state -> !state.paused() && folds.of(state.name()) != null)
                .map(ProjectionState::name)
                .distinct()
                .toList();
    }

    /** Lets a view stay where it is; false if there is no such view. */
    public boolean pause(String name) {
        return paused(name, true);
    }

    /** Lets a view move again; false if there is no such view. */
    public boolean resume(String name) {
        return paused(name, false);
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
        return transactions.read(ProjectionTable::all).stream()
                .filter(state -> state.name().equals(name))
                .toList();
    }

    /** All that waits because an event could not be applied. */
    public List<Parked> parked() {
        return transactions.read(connection -> ParkedTable.all(connection, null));
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
                .read(connection -> projector.recounted(connection, new Segments(1)))
                .getFirst()
                .hex();
    }
}
