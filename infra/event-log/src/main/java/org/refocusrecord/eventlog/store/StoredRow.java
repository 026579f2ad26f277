package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.PayloadBytes;

import java.time.Instant;
import java.util.UUID;

/** An event as it lies in the log. A command's first event alone has the guard of its content. */
@SuppressWarnings(
        "ArrayRecordComponent") // Bytes pass through here by the million and are never compared.
public record StoredRow(
        long position,
        String stream,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        Instant occurredAt,
        Instant recordedAt,
        String postedBy,
        String recordedBy,
        UUID commandId,
        byte[] payload,
        byte[] leafHash,
        @Nullable ContentGuard guard) {

    /** What its event is made of. */
    public EventRow event() {
        return new EventRow(
                position,
                stream,
                sequence,
                eventId,
                type,
                revision,
                occurredAt,
                recordedAt,
                postedBy,
                recordedBy,
                commandId,
                PayloadBytes.all(payload));
    }
}
