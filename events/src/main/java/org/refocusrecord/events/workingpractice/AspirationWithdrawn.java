package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Words;

/** An aspiration holds no longer, from this place on. */
@EventType(
        name = "aspiration.withdrawn",
        revision = 1,
        door = "ASPIRATION_WITHDRAWN",
        meaning = "An aspiration holds no longer, from this place on.")
public record AspirationWithdrawn(
        EntryId entryId, AspirationId aspirationId, @Nullable Words reason)
        implements WorkingPracticeEvent {}
