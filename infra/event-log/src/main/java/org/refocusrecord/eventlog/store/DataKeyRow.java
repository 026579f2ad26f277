package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The key of one event's words; {@code wrapped} is null once it was destroyed. */
@SuppressWarnings("ArrayRecordComponent") // Wrapped keys are handed on, never compared.
public record DataKeyRow(UUID eventId, UUID recordKeyId, byte @Nullable [] wrapped) {}
