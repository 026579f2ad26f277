package org.refocusrecord.command.snapshot;

import java.io.Serial;

/** Bytes that are no state of this form. The stream has all that they had, and is read instead. */
public final class SnapshotUnreadable extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    SnapshotUnreadable(RuntimeException cause) {
        super(cause.getClass().getName());
    }
}
