package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.Words;

/** A treatment preference as it was told in a conversation. */
public record Preference(
        PreferenceId preferenceId,
        @Nullable PreferenceSource source,
        @Nullable AppliesWhen appliesWhen,
        Words statement) {}
