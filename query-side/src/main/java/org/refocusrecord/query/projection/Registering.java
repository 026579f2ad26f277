package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Makes the views that a program brings: a view whose rows another fold made is folded anew. */
final class Registering {

    private final Folds folds;
    private final Generation generation;

    Registering(Folds folds) {
        this.folds = folds;
        this.generation = Generation.of(folds.all());
    }

    void register(Connection connection) throws SQLException {
        // Nobody else registers or cuts now, so versions stay; pages that are under way may end.
        Cut cut = Cut.locked(connection);
        Map<String, List<ProjectionState>> before =
                ProjectionState.byView(ProjectionTable.all(connection));
        List<Projector> stale =
                folds.all().stream()
                        .filter(projector -> !made(before.get(projector.name())))
                        .toList();
        if (!stale.isEmpty()) {
            // Somebody may have paused one until its rows were locked.
            Map<String, List<ProjectionState>> views =
                    ProjectionState.byView(ProjectionTable.allLocked(connection));
            for (Projector projector : stale) {
                List<ProjectionState> view = views.getOrDefault(projector.name(), List.of());
                // The first: what was wanted last is written in the order of segments.
                boolean paused = !view.isEmpty() && view.getFirst().paused();
                anew(connection, projector, cut.segments(), paused);
            }
        }
        if (!stale.isEmpty() || !cut.generation().equals(generation)) {
            Cut.change(connection, cut.segments(), generation);
        }
    }

    private boolean made(@Nullable List<ProjectionState> view) {
        return view != null && view.stream().allMatch(folds::made);
    }

    /** A view begins again, with nothing in it. */
    static void anew(Connection connection, Projector projector, Segments segments, boolean paused)
            throws SQLException {
        projector.clear(connection);
        ParkedTable.release(connection, projector.name(), null);
        ProjectionTable.replace(
                connection,
                projector.name(),
                segments.each(segment ->
                        ProjectionState.anew(
                                projector.name(), segment, projector.version(), paused)));
    }
}
