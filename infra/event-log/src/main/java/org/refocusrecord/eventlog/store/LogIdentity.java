package org.refocusrecord.eventlog.store;

import java.time.Instant;
import java.util.UUID;

/** Which log this is: an id drawn once, when its tables were made. */
public record LogIdentity(UUID logId, Instant createdAt) {}
