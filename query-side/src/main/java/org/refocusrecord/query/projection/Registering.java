package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the views that a program brings. One that was never made begins at once. One whose rows an
 * older fold made is rebuilt beside them; one that a newer fold made is left as it is.
 */
final class Registering {

    private static final Logger LOG = LoggerFactory.getLogger(Registering.class);

    private final Folds folds;
    private final Generation generation;

    Registering(Folds folds) {
        this.folds = folds;
        this.generation = Generation.of(folds.all());
    }

    void register(Connection connection) throws SQLException {
        // Nobody else registers or cuts now, so versions stay; pages that are under way may end.
        Cut cut = Cut.locked(connection);
        Map<String, List<ProjectionState>> views =
                ProjectionState.byView(ProjectionTable.all(connection, Side.LIVE));
        Map<String, Rebuild> rebuilds =
                RebuildTable.underWay(connection).stream()
                        .collect(Collectors.toMap(Rebuild::name, Function.identity()));
        boolean isNew = !cut.generation().equals(generation);
        for (Projector projector : folds.all()) {
            List<ProjectionState> view = views.get(projector.name());
            if (view == null || !areMade(view)) {
                anew(connection, projector, cut.segments(), isPaused(connection, projector));
                isNew = true;
            } else {
                besideIt(connection, projector, view, rebuilds.get(projector.name()), cut);
            }
        }
        ClaimTable.lead(connection, folds);
        if (isNew) {
            Cut.change(connection, cut.segments(), generation);
        }
    }

    /** Whoever cut views that it did not know has left nothing of them. */
    private static boolean areMade(List<ProjectionState> view) {
        return view.stream().allMatch(state -> state.version() > 0);
    }

    /** Somebody may have paused it until its rows are locked. */
    private static boolean isPaused(Connection connection, Projector projector)
            throws SQLException {
        List<ProjectionState> view =
                ProjectionTable.ofLocked(connection, Side.LIVE, projector.name());
        // The first: what was wanted last is written in the order of segments.
        return !view.isEmpty() && view.getFirst().paused();
    }

    private void besideIt(
            Connection connection,
            Projector projector,
            List<ProjectionState> view,
            @Nullable Rebuild rebuild,
            Cut cut)
            throws SQLException {
        if (rebuild != null
                && (rebuild.version() > projector.version()
                        || goesOn(connection, projector, rebuild))) {
            return;
        }
        boolean isOlder = view.stream().anyMatch(state -> state.version() < projector.version());
        if (rebuild != null && rebuild.version() == projector.version()) {
            Sides.again(connection, rebuild, projector, cut.segments());
            return;
        }
        if (rebuild != null) {
            // What an older version began is needed no more.
            Sides.cancel(connection, rebuild, null);
        }
        if (isOlder) {
            Sides.begin(connection, projector, cut.segments(), null);
            LOG.info(
                    "view {} is rebuilt by version {}, beside version {}",
                    projector.name(),
                    projector.version(),
                    view.getFirst().version());
        }
    }

    /** Not where tables, their indexes or rights were changed under it, or have become others. */
    private static boolean goesOn(Connection connection, Projector projector, Rebuild rebuild)
            throws SQLException {
        Set<String> tables =
                projector.tables().stream().map(ViewTable::name).collect(Collectors.toSet());
        return rebuild.version() == projector.version()
                && tables.equals(Set.copyOf(rebuild.tables()))
                && NextTables.fit(connection, rebuild.tables());
    }

    /** A view begins again, with nothing in it. */
    private static void anew(
            Connection connection, Projector projector, Segments segments, boolean paused)
            throws SQLException {
        projector.clear(connection);
        ParkedTable.release(connection, Side.LIVE, projector.name(), null);
        ProjectionTable.replace(
                connection,
                Side.LIVE,
                projector.name(),
                segments.each(segment ->
                        ProjectionState.anew(
                                projector.name(), segment, projector.version(), paused)));
    }
}
