package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The views that a program brings, each with the version of its fold. */
final class Folds {

    private final Map<String, Projector> byName = new LinkedHashMap<>();

    Folds(Collection<Projector> projectors) {
        projectors.forEach(projector -> byName.put(projector.name(), projector));
    }

    Collection<Projector> all() {
        return byName.values();
    }

    @Nullable Projector of(String view) {
        return byName.get(view);
    }

    /** Whether the rows of a view were made by the fold that this program brings. */
    boolean made(ProjectionState state) {
        Projector projector = of(state.name());
        return projector != null && projector.version() == state.version();
    }

    /**
     * Of which version a view's rows must be at least to be read: an older program reads what a
     * newer one makes while that is brought in, and no program reads what is older than itself.
     */
    int readable(String view) {
        Projector projector = of(view);
        return projector == null ? 0 : projector.version();
    }
}
