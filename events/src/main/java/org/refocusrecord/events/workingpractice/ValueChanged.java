package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Words;

/**
 * The person's mind changed about a value: from this place on it reads so.
 *
 * <p>A change of mind; a mistake is mended by a correction.
 */
@EventType(
        name = "value.changed",
        revision = 1,
        door = "VALUE_CHANGED",
        meaning = "The person's mind changed about a value: from this place on it reads so.")
public record ValueChanged(
        EntryId entryId, ValueId valueId, Words statement, @Nullable Words reason)
        implements WorkingPracticeEvent {}
