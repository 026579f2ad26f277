package org.refocusrecord.eventlog.store;

import org.refocusrecord.eventlog.json.PayloadBytes;

import java.time.Instant;
import java.util.UUID;

/** What of a row its event is made of: all but what proves it and guards it. */
public record EventRow(
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
        PayloadBytes payload) {}
