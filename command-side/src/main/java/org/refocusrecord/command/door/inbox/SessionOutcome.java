package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What became of a record, as it is told.
 *
 * @param sessionId the session's id, as far as the record says
 * @param outcome what became of it
 * @param receipt where it was recorded, now or before
 * @param problem why it was not, with pointers into the record's value
 */
public record SessionOutcome(
        @Nullable String sessionId,
        Outcome outcome,
        @Nullable Object receipt,
        @Nullable Object problem) {

    /** What can become of a record. */
    public enum Outcome {
        /** It was recorded now. */
        RECORDED,
        /** It had been recorded before; what was erased since cannot be compared any more. */
        REPEATED,
        /** It was not recorded and is not tried again. */
        REFUSED,
        /**
         * What it names is not there yet, or its case cannot be read by this node now: it is kept,
         * and tried again when its case moves, or now and then.
         */
        WAITING
    }
}
