package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a read is asked for and what it can answer.
 *
 * @param asOf what had happened; null: no bound
 * @param knownAt what had been recorded, as it was asked; null: no bound
 * @param position the last position that is known then
 * @param shownKnownAt the clock that was used: as asked, else the newest event's record time
 * @param day the day that counts where a day is needed
 */
public record ReadPoint(
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        long position,
        @Nullable Instant shownKnownAt,
        LocalDate day) {}
