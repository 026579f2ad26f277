package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The newest event's position and record time; 0 and null in an empty log. */
public record Head(long position, @Nullable Instant recordedAt) {}
