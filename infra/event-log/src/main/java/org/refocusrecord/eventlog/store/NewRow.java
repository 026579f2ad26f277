package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event that is to be recorded. Without an {@code occurredAt} it stands at its record time;
 * without a data key it has no words.
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Bytes pass through here by the million and are never compared.
public record NewRow(
        UUID eventId,
        String type,
        int revision,
        @Nullable Instant occurredAt,
        byte[] payload,
        byte @Nullable [] wrappedDataKey) {

    boolean isFinerThanTheLog() {
        return occurredAt != null && !occurredAt.equals(occurredAt.truncatedTo(ChronoUnit.MICROS));
    }
}
