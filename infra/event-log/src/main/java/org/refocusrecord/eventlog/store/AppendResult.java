package org.refocusrecord.eventlog.store;

import java.util.List;

/** What became of an append. Only {@link Appended} has changed anything. */
public sealed interface AppendResult {

    /** Recorded, committed and on the disk. */
    record Appended(List<StoredRow> rows) implements AppendResult {
        public Appended {
            rows = List.copyOf(rows);
        }
    }

    /** The log has a command of that id already, with this content or another. */
    record AlreadyRecorded() implements AppendResult {}

    /** Somebody was faster: the stream has other events than the caller thought. */
    record VersionConflict() implements AppendResult {}

    /** The record key was destroyed, or another one made, since it was read: encrypt again. */
    record KeyGone() implements AppendResult {}
}
