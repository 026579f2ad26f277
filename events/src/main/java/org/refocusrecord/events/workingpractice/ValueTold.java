package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Words;

/** The person told a value outside a conversation about values. */
@EventType(
        name = "value.told",
        revision = 1,
        door = "VALUE_TOLD",
        meaning = "The person told a value outside a conversation about values.")
public record ValueTold(EntryId entryId, ValueId valueId, @Nullable ValueArea area, Words statement)
        implements WorkingPracticeEvent {}
