package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Words;

/** A value holds no longer, from this place on. */
@EventType(
        name = "value.withdrawn",
        revision = 1,
        door = "VALUE_WITHDRAWN",
        meaning = "A value holds no longer, from this place on.")
public record ValueWithdrawn(EntryId entryId, ValueId valueId, @Nullable Words reason)
        implements WorkingPracticeEvent {}
