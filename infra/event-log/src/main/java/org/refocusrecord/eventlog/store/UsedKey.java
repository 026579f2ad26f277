package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The record key that a command's words were made under. {@code wrappedIfNew} is given for a key
 * that is not in the log yet: it is then recorded together with the events.
 */
@SuppressWarnings("ArrayRecordComponent") // Wrapped keys are handed on, never compared.
public record UsedKey(UUID id, int generation, byte @Nullable [] wrappedIfNew) {}
