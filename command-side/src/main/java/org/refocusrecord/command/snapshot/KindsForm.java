package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Of a sealed family: which of its records, counted from 1, and the record. */
record KindsForm(List<Class<?>> kinds, List<Form> forms) implements Form {

    @Override
    public void write(@Nullable Object value, SnapshotBytes out) {
        int which = value == null ? 0 : kinds.indexOf(value.getClass()) + 1;
        out.count(which);
        if (value != null) {
            forms.get(which - 1).write(value, out);
        }
    }

    @Override
    public @Nullable Object read(SnapshotReading in) {
        int which = (int) in.count();
        return which == 0 ? null : forms.get(which - 1).read(in);
    }

    @Override
    public boolean isPlain() {
        return false;
    }
}
