package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.Words;

/**
 * The person's mind changed about a preference: from this place on it reads so.
 *
 * <p>A change of mind; a mistake is mended by a correction.
 */
@EventType(
        name = "preference.changed",
        revision = 1,
        door = "PREFERENCE_CHANGED",
        meaning =
                "The person's mind changed about a preference: from this place on it reads "
                        + "so.")
public record PreferenceChanged(
        EntryId entryId, PreferenceId preferenceId, Words statement, @Nullable Words reason)
        implements WorkingPracticeEvent {}
