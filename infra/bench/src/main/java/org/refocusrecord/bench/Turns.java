package org.refocusrecord.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Each caller goes round those of its own, so that no two meet on one: what is measured is work,
 * not conflicts.
 */
final class Turns<T> {

    /** How often a round comes to each, more or less. */
    static final int EACH = 10;

    private final List<T> all;
    private final int callers;
    private final AtomicIntegerArray taken;

    private Turns(List<T> all, int callers) {
        this.all = List.copyOf(all);
        this.callers = callers;
        this.taken = new AtomicIntegerArray(callers);
    }

    static <T> Turns<T> of(List<T> all, int callers) {
        return new Turns<>(all, callers);
    }

    T next(int caller) {
        int own = (all.size() - caller + callers - 1) / callers;
        return all.get(caller + callers * (taken.getAndIncrement(caller) % own));
    }
}
