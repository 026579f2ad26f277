package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.Words;

/** The service said what became of a treatment preference. */
@EventType(
        name = "preference.answered",
        revision = 1,
        door = "PREFERENCE_ANSWERED",
        meaning = "The service said what became of a treatment preference.")
public record PreferenceAnswered(
        EntryId entryId,
        PreferenceId preferenceId,
        PreferenceAnswer answer,
        Person by,
        @Nullable Words reason)
        implements WorkingPracticeEvent {}
