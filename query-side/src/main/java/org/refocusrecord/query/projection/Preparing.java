package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is done before views move: they are made, folded anew, or cut into another number. */
final class Preparing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    /** Others wait for so many pages at most. */
    private static final int PAGES_AT_ONCE = 50;

    private final Map<String, Projector> projectors;
    private final Segments wanted;
    private final Generation generation;
    private final Moving moving;

    Preparing(Map<String, Projector> projectors, Segments wanted, Moving moving) {
        this.projectors = projectors;
        this.wanted = wanted;
        this.generation = Generation.of(projectors.values());
        this.moving = moving;
    }

    Generation generation() {
        return generation;
    }

    /** A view with another fold than its rows were made by is folded anew. */
    boolean register(Connection connection) throws SQLException {
        // Nobody else registers or cuts now, so versions stay; pages that are under way may end.
        Cut cut = Cut.locked(connection);
        Map<String, List<ProjectionState>> before = byName(ProjectionTable.all(connection));
        List<Projector> stale =
                projectors.values().stream()
                        .filter(projector -> !isOf(projector, before.get(projector.name())))
                        .toList();
        if (!stale.isEmpty()) {
            // Somebody may have paused one until its rows were locked.
            Map<String, List<ProjectionState>> views =
                    byName(ProjectionTable.allLocked(connection));
            for (Projector projector : stale) {
                List<ProjectionState> view = views.getOrDefault(projector.name(), List.of());
                boolean paused = view.stream().anyMatch(ProjectionState::paused);
                anew(connection, projector, cut.segments(), paused);
            }
        }
        boolean changed = !stale.isEmpty() || !cut.generation().equals(generation);
        if (changed) {
            Cut.change(connection, cut.segments(), generation);
        }
        return changed;
    }

    private static boolean isOf(Projector projector, @Nullable List<ProjectionState> view) {
        return view != null
                && view.stream().allMatch(state -> state.version() == projector.version());
    }

    private static void anew(
            Connection connection, Projector projector, Segments segments, boolean paused)
            throws SQLException {
        projector.clear(connection);
        ParkedTable.release(connection, projector.name(), null);
        ProjectionTable.remove(connection, projector.name());
        ProjectionTable.add(
                connection,
                all(
                        segments,
                        segment ->
                                ProjectionState.anew(
                                        projector.name(), segment, projector.version(), paused)));
    }

    private static List<ProjectionState> all(Segments segments, IntFunction<ProjectionState> each) {
        return IntStream.range(0, segments.number()).mapToObj(each).toList();
    }

    /**
     * Cuts the views into the number that this program was told, where it is another one. What is
     * read from them stays as it is: nothing is folded anew, only reckoned. First each view's
     * segments are brought to one position. Where that is a long way, it is done bit by bit, and
     * those who move them by the old number go on between.
     *
     * @return whether it is done, or no more this program's to do; else to be called again
     */
    boolean cut(Connection connection) throws SQLException {
        Cut cut = Cut.locked(connection);
        if (cut.segments().equals(wanted) || !cut.generation().equals(generation)) {
            return true;
        }
        if (!level(connection, cut.segments())) {
            return false;
        }
        for (List<ProjectionState> view : byName(ProjectionTable.allLocked(connection)).values()) {
            cut(connection, view);
        }
        Cut.change(connection, wanted, generation);
        LOG.warn(
                "the views are cut into {} segments now; there were {}",
                wanted.number(),
                cut.segments().number());
        return true;
    }

    /** Whether the segments of each view stand at one position now. */
    private boolean level(Connection connection, Segments segments) throws SQLException {
        for (int pages = 0; pages < PAGES_AT_ONCE; pages++) {
            List<ProjectionState> uneven = firstUneven(connection);
            if (uneven.isEmpty()) {
                return true;
            }
            moving.on(connection, uneven, segments);
        }
        return false;
    }

    private List<ProjectionState> firstUneven(Connection connection) throws SQLException {
        return byName(ProjectionTable.allLocked(connection)).values().stream()
                .filter(view -> isOurs(view.getFirst()))
                .filter(view ->
                        view.stream().mapToLong(ProjectionState::position).distinct().count() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private boolean isOurs(ProjectionState state) {
        Projector projector = projectors.get(state.name());
        return projector != null && projector.version() == state.version();
    }

    private void cut(Connection connection, List<ProjectionState> view) throws SQLException {
        ProjectionState first = view.getFirst();
        Projector projector = projectors.get(first.name());
        if (projector == null) {
            // Whoever knows the view will find a version that is not its own, and fold it anew.
            replace(
                    connection,
                    all(
                            wanted,
                            segment ->
                                    ProjectionState.anew(
                                            first.name(), segment, 0, first.paused())));
            return;
        }
        List<Tally> tallies = projector.recounted(connection, wanted);
        if (!sum(tallies).equals(sum(view.stream().map(ProjectionState::tally).toList()))) {
            LOG.error(
                    "view {}: its rows are not those of its digest; it is folded anew",
                    first.name());
            anew(connection, projector, wanted, first.paused());
            return;
        }
        replace(
                connection,
                all(
                        wanted,
                        segment ->
                                new ProjectionState(
                                        first.name(),
                                        segment,
                                        first.version(),
                                        first.position(),
                                        first.position(),
                                        0,
                                        tallies.get(segment),
                                        first.paused())));
    }

    private static void replace(Connection connection, List<ProjectionState> view)
            throws SQLException {
        ProjectionTable.remove(connection, view.getFirst().name());
        ProjectionTable.add(connection, view);
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.NONE, Tally::plus);
    }

    private static Map<String, List<ProjectionState>> byName(List<ProjectionState> states) {
        return states.stream()
                .collect(
                        Collectors.groupingBy(
                                ProjectionState::name, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public void close() {
        moving.close();
    }
}
