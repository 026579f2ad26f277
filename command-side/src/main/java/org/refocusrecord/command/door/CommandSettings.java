package org.refocusrecord.command.door;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * How commands are decided on.
 *
 * @param lateAfter how long after the meeting a session counts as late
 * @param longestTurn how long a command waits for its turn, where others of the same stream are
 *     before it
 * @param importPatience how long a line of an import is tried again while the record is away or
 *     busy; the last try may last longer
 * @param keptEvents how many events may be in the states that are kept in memory, of each kind of
 *     stream; null: as many as an eighth of the heap has room for
 */
@ConfigurationProperties("refocus")
public record CommandSettings(
        Duration lateAfter,
        Duration longestTurn,
        Duration importPatience,
        @Nullable Long keptEvents) {

    // In a state that is kept; some 830 were measured.
    private static final long BYTES_OF_AN_EVENT = 1_024;
    private static final int PART_OF_THE_HEAP = 8;

    /** Refuses what nobody can mean. */
    public CommandSettings {
        if (lateAfter.isNegative()) {
            throw new IllegalArgumentException("refocus.late-after must not be negative");
        }
        if (!longestTurn.isPositive()) {
            throw new IllegalArgumentException("refocus.longest-turn must be more than 0");
        }
        if (!importPatience.isPositive()) {
            throw new IllegalArgumentException("refocus.import-patience must be more than 0");
        }
        if (keptEvents != null && keptEvents < 0) {
            throw new IllegalArgumentException("refocus.kept-events must be 0 or more");
        }
    }

    /** How many events are kept, of each kind of stream; cases are nearly all of them. */
    public long mostEvents() {
        return keptEvents == null
                ? Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP / BYTES_OF_AN_EVENT
                : keptEvents;
    }
}
