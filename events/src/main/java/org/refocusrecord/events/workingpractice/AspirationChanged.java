package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Words;

/**
 * The person's mind changed about an aspiration: from this place on it reads so.
 *
 * <p>A change of mind; a mistake is mended by a correction.
 */
@EventType(
        name = "aspiration.changed",
        revision = 1,
        door = "ASPIRATION_CHANGED",
        meaning =
                "The person's mind changed about an aspiration: from this place on it reads "
                        + "so.")
public record AspirationChanged(
        EntryId entryId, AspirationId aspirationId, Words statement, @Nullable Words reason)
        implements WorkingPracticeEvent {}
