package org.refocusrecord.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Streams that a round works on, made before it begins. */
final class Begun {

    private static final int AT_ONCE = 16;

    private Begun() {}

    /** So many that none is given more than some ten of what is measured. */
    static <T> List<T> streams(int callers, int operations, Supplier<T> named, Consumer<T> begin)
            throws Exception {
        int wanted = Math.max(callers, operations / Turns.EACH);
        List<T> streams = new ArrayList<>();
        for (int index = 0; index < wanted; index++) {
            streams.add(named.get());
        }
        AtomicInteger next = new AtomicInteger();
        new Race(AT_ONCE, wanted, 3600).run(_ -> begin.accept(streams.get(next.getAndIncrement())));
        return streams;
    }
}
