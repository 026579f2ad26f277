package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;

/** How the values of one type are written. What is written says by itself where it ends. */
interface Form {

    /** Writes a value, which may be none. */
    void write(@Nullable Object value, SnapshotBytes out);

    /** Reads what was written. */
    @Nullable Object read(SnapshotReading in);

    /** Whether it holds but a few small values, so that equal ones are cheaply told. */
    boolean isPlain();
}
