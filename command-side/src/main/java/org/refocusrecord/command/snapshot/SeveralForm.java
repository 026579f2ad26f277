package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Of collections: how many there are and one more, so that 0 is none at all, and each of them. */
record SeveralForm(Form one, Function<List<Object>, Object> made) implements Form {

    private static Object list(List<Object> values) {
        return List.copyOf(values);
    }

    private static Object vector(List<Object> values) {
        return TreePVector.from(values);
    }

    private static Object set(List<Object> values) {
        return TreePSet.fromSortedSet(new TreeSet<>(values));
    }

    /** Of lists and sets; null where it is neither. */
    static @Nullable Form of(Class<?> type, Form element) {
        if (type == List.class) {
            return new SeveralForm(element, SeveralForm::list);
        }
        if (type == PVector.class) {
            return new SeveralForm(element, SeveralForm::vector);
        }
        return type == PSet.class ? new SeveralForm(element, SeveralForm::set) : null;
    }

    @Override
    public void write(@Nullable Object value, SnapshotBytes out) {
        if (value == null) {
            out.count(0);
            return;
        }
        Collection<?> values = (Collection<?>) value;
        out.count(values.size() + 1L);
        values.forEach(each -> one.write(each, out));
    }

    @Override
    public @Nullable Object read(SnapshotReading in) {
        int size = in.size();
        if (size == 0) {
            return null;
        }
        @Nullable Object[] values = new @Nullable Object[size - 1];
        for (int index = 0; index < values.length; index++) {
            values[index] = one.read(in);
        }
        return made.apply(List.of(values));
    }

    @Override
    public boolean isPlain() {
        return false;
    }
}
