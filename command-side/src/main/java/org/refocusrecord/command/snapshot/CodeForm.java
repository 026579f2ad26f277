package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Of an enumeration: which of its codes, counted from 1. */
record CodeForm(List<Enum<?>> codes) implements Form {

    static CodeForm of(Class<?> type) {
        return new CodeForm(
                Arrays.<Object>stream(type.getEnumConstants())
                        .<Enum<?>>map(code -> (Enum<?>) code)
                        .toList());
    }

    @Override
    public void write(@Nullable Object value, SnapshotBytes out) {
        out.count(value == null ? 0 : codes.indexOf(value) + 1L);
    }

    @Override
    public @Nullable Object read(SnapshotReading in) {
        int which = (int) in.count();
        return which == 0 ? null : codes.get(which - 1);
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    /** Of a set of codes: a bit for each, since a set has no order that lasts. */
    record Several(CodeForm one, Map<Long, Set<Object>> known) implements Form {

        static Several of(CodeForm one) {
            if (one.codes().size() >= Long.SIZE) {
                throw new IllegalArgumentException("too many codes: " + one);
            }
            return new Several(one, new ConcurrentHashMap<>());
        }

        @Override
        public void write(@Nullable Object value, SnapshotBytes out) {
            long bits = value == null ? 0 : 1;
            if (value != null) {
                for (int which = 0; which < one.codes().size(); which++) {
                    if (((Set<?>) value).contains(one.codes().get(which))) {
                        bits |= 2L << which;
                    }
                }
            }
            out.count(bits);
        }

        @Override
        public @Nullable Object read(SnapshotReading in) {
            long bits = in.count();
            return bits == 0 ? null : known.computeIfAbsent(bits, this::set);
        }

        private Set<Object> set(long bits) {
            Set<Object> set = new HashSet<>();
            for (int which = 0; which < one.codes().size(); which++) {
                if ((bits & 2L << which) != 0) {
                    set.add(one.codes().get(which));
                }
            }
            return Set.copyOf(set);
        }

        @Override
        public boolean isPlain() {
            return true;
        }
    }
}
