package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of maps: how many there are and one more, and of each the key and what stands there. */
record MapForm(boolean sorted, Form key, Form value) implements Form {

    @Override
    public void write(@Nullable Object values, SnapshotBytes out) {
        if (values == null) {
            out.count(0);
            return;
        }
        Map<?, ?> map = (Map<?, ?>) values;
        out.count(map.size() + 1L);
        map.forEach((name, one) -> {
            key.write(name, out);
            value.write(one, out);
        });
    }

    @Override
    public @Nullable Object read(SnapshotReading in) {
        int size = in.size();
        if (size == 0) {
            return null;
        }
        // A persistent map is made of a sorted one at once, which is much faster than one by one.
        SortedMap<Object, Object> map = new TreeMap<>();
        for (int index = 1; index < size; index++) {
            map.put(some(key.read(in)), some(value.read(in)));
        }
        return sorted ? Collections.unmodifiableSortedMap(map) : TreePMap.fromSortedMap(map);
    }

    private static Object some(@Nullable Object read) {
        return Objects.requireNonNull(read);
    }

    @Override
    public boolean isPlain() {
        return false;
    }
}
