package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** All that was measured. */
final class Results {

    /**
     * What a measurement is of.
     *
     * @param stored how many events were stored when it began
     * @param column what else was going on
     * @param bout what was done
     * @param callers by how many
     * @param contestant by which way
     */
    record Key(long stored, String column, String bout, int callers, String contestant) {}

    private final Map<Key, Spread> spreads = new LinkedHashMap<>();

    void add(Key key, Spread spread) {
        spreads.put(key, spread);
    }

    @Nullable Spread of(Key key) {
        return spreads.get(key);
    }

    Map<Key, Spread> all() {
        return spreads;
    }
}
