package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.Words;

/** A strength holds no longer, from this place on. */
@EventType(
        name = "strength.withdrawn",
        revision = 1,
        door = "STRENGTH_WITHDRAWN",
        meaning = "A strength holds no longer, from this place on.")
public record StrengthWithdrawn(EntryId entryId, StrengthId strengthId, @Nullable Words reason)
        implements WorkingPracticeEvent {}
