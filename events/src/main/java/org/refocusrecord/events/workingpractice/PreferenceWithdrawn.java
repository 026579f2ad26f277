package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.Words;

/** A preference holds no longer, from this place on. */
@EventType(
        name = "preference.withdrawn",
        revision = 1,
        door = "PREFERENCE_WITHDRAWN",
        meaning = "A preference holds no longer, from this place on.")
public record PreferenceWithdrawn(
        EntryId entryId, PreferenceId preferenceId, @Nullable Words reason)
        implements WorkingPracticeEvent {}
