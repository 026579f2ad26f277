package org.refocusrecord.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cuts the views into the number that this program was told, where it is another one. What is read
 * from them stays as it is: nothing is folded anew, only reckoned. First each view's segments are
 * brought to one position. Where that is a long way, it is done bit by bit, and those who move them
 * by the old number go on between.
 */
final class Cutting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cutting.class);

    /** Others wait for so many pages at most. */
    private static final int PAGES_AT_ONCE = 50;

    private final Folds folds;
    private final Generation generation;
    private final Segments wanted;
    private final Moving moving;

    Cutting(Folds folds, Segments wanted, Moving moving) {
        this.folds = folds;
        this.generation = Generation.of(folds.all());
        this.wanted = wanted;
        this.moving = moving;
    }

    /**
     * Cuts them, or goes a part of the way.
     *
     * @return whether it is done, or no more this program's to do; else to be called again
     */
    boolean cut(Connection connection) throws SQLException {
        Cut cut = Cut.locked(connection);
        if (cut.segments().equals(wanted) || !cut.generation().equals(generation)) {
            return true;
        }
        if (waits(connection)) {
            LOG.warn(
                    "the views stay cut into {} segments: some are not live yet as this server"
                            + " makes them. The next start cuts them into {}",
                    cut.segments().number(),
                    wanted.number());
            return true;
        }
        if (!level(connection, cut.segments())) {
            return false;
        }
        List<Projector> unsound = new ArrayList<>();
        for (List<ProjectionState> view :
                ProjectionState.byView(ProjectionTable.allLocked(connection, Side.LIVE)).values()) {
            if (!cut(connection, view)) {
                unsound.add(Objects.requireNonNull(folds.of(view.getFirst().name())));
            }
        }
        // Last: whoever changes tables keeps others from it, and rows are counted for long.
        rebuildAnew(connection);
        for (Projector projector : unsound) {
            if (RebuildTable.locked(connection, projector.name()) == null) {
                Sides.begin(connection, projector, wanted, null);
            }
        }
        Cut.change(connection, wanted, generation);
        LOG.warn(
                "the views are cut into {} segments now; there were {}",
                wanted.number(),
                cut.segments().number());
        return true;
    }

    /** Whether others still move what an older fold made. */
    private boolean waits(Connection connection) throws SQLException {
        return ProjectionTable.all(connection, Side.LIVE).stream()
                .anyMatch(state -> folds.of(state.name()) != null && !folds.made(state));
    }

    /**
     * What was filled by the old number begins again by the new one; what was accepted stays so.
     */
    private void rebuildAnew(Connection connection) throws SQLException {
        for (Rebuild rebuild : RebuildTable.underWay(connection)) {
            Projector projector = folds.of(rebuild.name());
            if (projector == null) {
                Sides.cancel(connection, rebuild, null);
            } else {
                Sides.again(connection, rebuild, projector, wanted);
            }
        }
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
        return ProjectionState.byView(ProjectionTable.allLocked(connection, Side.LIVE))
                .values()
                .stream()
                .filter(view -> folds.made(view.getFirst()))
                .filter(view ->
                        view.stream().mapToLong(ProjectionState::position).distinct().count() > 1)
                .findFirst()
                .orElse(List.of());
    }

    /** Whether its rows are those of its digest. */
    private boolean cut(Connection connection, List<ProjectionState> view) throws SQLException {
        ProjectionState first = view.getFirst();
        Projector projector = folds.of(first.name());
        if (projector == null) {
            // Whoever knows the view will find a version that is not its own, and fold it anew.
            ProjectionTable.replace(
                    connection,
                    Side.LIVE,
                    first.name(),
                    wanted.each(segment ->
                            ProjectionState.anew(first.name(), segment, 0, first.paused())));
            return true;
        }
        List<Tally> tallies = projector.recounted(connection, wanted);
        if (sum(tallies).equals(sum(view.stream().map(ProjectionState::tally).toList()))) {
            cut(connection, first, tallies);
            return true;
        }
        LOG.error(
                "view {}: its rows are not those of its digest; it is rebuilt beside them",
                first.name());
        // By what is taken out of the digest when they are written anew, so that it is theirs then.
        cut(connection, first, projector.written(connection, wanted));
        return false;
    }

    private void cut(Connection connection, ProjectionState view, List<Tally> holding)
            throws SQLException {
        ProjectionTable.replace(
                connection,
                Side.LIVE,
                view.name(),
                wanted.each(segment -> view.as(segment, holding.get(segment))));
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.NONE, Tally::plus);
    }

    @Override
    public void close() {
        moving.close();
    }
}
