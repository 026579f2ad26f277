package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.Words;

/**
 * The person's mind changed about a strength: from this place on it reads so.
 *
 * <p>A change of mind; a mistake is mended by a correction.
 */
@EventType(
        name = "strength.changed",
        revision = 1,
        door = "STRENGTH_CHANGED",
        meaning = "The person's mind changed about a strength: from this place on it reads so.")
public record StrengthChanged(
        EntryId entryId, StrengthId strengthId, Words statement, @Nullable Words reason)
        implements WorkingPracticeEvent {}
