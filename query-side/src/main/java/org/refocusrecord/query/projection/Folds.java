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

    /** Whether a rebuild is by the fold that this program brings. */
    boolean isOf(Rebuild rebuild) {
        Projector projector = of(rebuild.name());
        return projector != null && projector.version() == rebuild.version();
    }

    /**
     * Of which version a view's rows must be at least to be read: an older program reads what a
     * newer one makes while that is brought in, and a newer one what an older made until it is
     * rebuilt, if it can.
     */
    int readable(String view) {
        Projector projector = of(view);
        return projector == null ? 0 : projector.readsFrom();
    }

    /** Their names and versions, each in the same order. */
    Object[] names() {
        return byName.keySet().toArray();
    }

    Object[] versions() {
        return byName.values().stream().map(Projector::version).toArray();
    }
}
