package org.refocusrecord.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What all views have handled and hold, of all that there is, and how it stands with rebuilds. */
final class Ledger {

    private final EventFeed feed;
    private final Transactions transactions;
    private final Follower follower;

    Ledger(EventFeed feed, Transactions transactions, Follower follower) {
        this.feed = feed;
        this.transactions = transactions;
        this.follower = follower;
    }

    /** How all views are doing. */
    List<ProjectionStatus> status() {
        Seen seen = transactions.read(Ledger::seen);
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
                doing(view, isRebuilt(first.name(), seen), head, holes),
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
                rebuild.told(),
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

    /** Whether somebody who runs brings what takes its place. */
    private boolean isRebuilt(String name, Seen seen) {
        return seen.rebuilds().stream()
                        .anyMatch(rebuild -> rebuild.name().equals(name) && rebuild.ended() == null)
                && seen.next().stream()
                        .filter(state -> state.name().equals(name))
                        .noneMatch(follower::hasStranded);
    }

    private ProjectionStatus.State doing(
            List<ProjectionState> view, boolean isRebuilt, long head, Set<Long> holes) {
        // While one segment still moves it is not.
        if (view.stream().allMatch(ProjectionState::paused)) {
            return ProjectionStatus.State.PAUSED;
        }
        long position = moved(view);
        if (follower.fault() != null || holes.contains(position + 1)) {
            return ProjectionStatus.State.FAILING;
        }
        if (follower.hasStranded(view.getFirst()) && !isRebuilt) {
            return ProjectionStatus.State.STRANDED;
        }
        return position >= head ? ProjectionStatus.State.LIVE : ProjectionStatus.State.CATCHING_UP;
    }
}
