package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Standing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The items of one kind, in the order in which they were brought.
 *
 * <p>An item is live while one live entry brings it. What is in error says nothing of a live item;
 * it is kept for those who ask to see what is in error.
 */
final class Items<T extends Items.Item> {

    /** Something that can be followed along the line. */
    interface Item {
        Trace trace();
    }

    private final Map<UUID, T> items = new LinkedHashMap<>();
    private final Include include;

    Items(Include include) {
        this.include = include;
    }

    /** An entry brings an item; the earliest live one counts. */
    void bring(Fact fact, Id id, Function<Trace, T> make) {
        T there = items.get(id.value());
        if (there == null || (there.trace().isInError() && fact.isLive())) {
            items.put(id.value(), make.apply(Trace.of(fact, include)));
        }
    }

    /**
     * The item that an entry names. That a live entry names nothing cannot be: then the history is
     * broken.
     */
    @Nullable T named(Fact fact, Id id) {
        T item = items.get(id.value());
        if (fact.isLive() && (item == null || item.trace().isInError())) {
            throw new IllegalStateException(
                    "event " + fact.recorded().eventId() + " names what no entry brings: " + id);
        }
        return item;
    }

    /** The item that an entry makes what it is; null where it has no say, being in error. */
    @Nullable T madeBy(Fact fact, Id id) {
        T item = named(fact, id);
        if (item == null || item.trace().isInError() == fact.isLive()) {
            return null;
        }
        item.trace().madeBy(fact);
        return item;
    }

    Collection<T> all() {
        return items.values();
    }

    <V extends PlanItem> List<V> shown(Function<T, V> view) {
        return shown(items.values().stream().map(view).toList(), include);
    }

    static <V extends PlanItem> List<V> shown(List<V> views, Include include) {
        return include == Include.ALL
                ? views
                : views.stream().filter(view -> view.trail().standing() == Standing.LIVE).toList();
    }
}
