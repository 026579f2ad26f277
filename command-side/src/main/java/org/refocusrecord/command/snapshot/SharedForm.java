package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * Of values that stand in many places of one state: each is written once, and pointed to from then
 * on. Small ones are known again by what is equal, others only where they are the very same.
 */
final class SharedForm implements Form {

    private static final int NONE = 0;
    private static final int NEW = 1;
    private static final int KNOWN = 2;

    private final int table;
    private final Form inner;

    SharedForm(int table, Form inner) {
        this.table = table;
        this.inner = inner;
    }

    @Override
    public void write(@Nullable Object value, SnapshotBytes out) {
        if (value == null) {
            out.count(NONE);
            return;
        }
        int known = out.known(table, !inner.isPlain(), value);
        if (known >= 0) {
            out.count(known + (long) KNOWN);
            return;
        }
        out.count(NEW);
        inner.write(value, out);
        out.wrote(table, !inner.isPlain(), value);
    }

    @Override
    public @Nullable Object read(SnapshotReading in) {
        long which = in.count();
        if (which == NONE) {
            return null;
        }
        if (which >= KNOWN) {
            return in.known(table, (int) (which - KNOWN));
        }
        Object value = inner.read(in);
        if (value == null) {
            throw new IllegalStateException("nothing where something should be");
        }
        in.read(table, value);
        return value;
    }

    @Override
    public boolean isPlain() {
        return inner.isPlain();
    }
}
