package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.Nullable;

/**
 * What became of a line, as it is answered.
 *
 * @param line its number, from 1
 * @param command the name of its command, as far as it says
 * @param id its session or command id, as far as it says
 * @param outcome what became of it
 * @param receipt where it was recorded, now or before
 * @param problem why it was not, with pointers into the line
 */
public record ImportOutcome(
        long line,
        @Nullable String command,
        @Nullable String id,
        Outcome outcome,
        @Nullable Object receipt,
        @Nullable Object problem) {

    /** What can become of a line. */
    public enum Outcome {
        /** It was recorded now. */
        RECORDED,
        /** It had been recorded before; what was erased since cannot be compared any more. */
        REPEATED,
        /** It was not recorded; the lines after it go on. */
        REFUSED,
        /**
         * The record cannot be reached or is busy, or the program failed, so that nobody knows
         * whether this line was recorded: nothing after it is answered.
         */
        STOPPED
    }
}
