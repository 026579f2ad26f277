package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The key of one event's words.
 *
 * @param wrapped null once it was destroyed
 * @param recordKey what wraps it, as it was at the same moment
 */
@SuppressWarnings("ArrayRecordComponent") // Wrapped keys are handed on, never compared.
public record DataKeyRow(UUID eventId, byte @Nullable [] wrapped, RecordKeyRow recordKey) {}
