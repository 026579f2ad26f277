package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A case's key, which wraps the data keys of its events. Destroyed: {@code wrapped} is null and a
 * time says since when.
 */
@SuppressWarnings("ArrayRecordComponent") // Wrapped keys are handed on, never compared.
public record RecordKeyRow(
        UUID id,
        String stream,
        int generation,
        byte @Nullable [] wrapped,
        @Nullable Instant destroyedAt) {}
