package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.Words;

/** The person told a treatment preference outside a conversation about values. */
@EventType(
        name = "preference.told",
        revision = 1,
        door = "PREFERENCE_TOLD",
        meaning = "The person told a treatment preference outside a conversation about values.")
public record PreferenceTold(
        EntryId entryId,
        PreferenceId preferenceId,
        @Nullable PreferenceSource source,
        @Nullable AppliesWhen appliesWhen,
        Words statement)
        implements WorkingPracticeEvent {}
