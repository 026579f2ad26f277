package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A correction that was recorded.
 *
 * @param id its command
 * @param target what it is about
 * @param amended how the target should read; null: it was marked in error
 */
public record Correction(UUID id, UUID target, @Nullable Reads amended) {}
