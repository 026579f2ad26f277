package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.Words;

/** A strength as it was named in a conversation. */
public record Strength(
        StrengthId strengthId,
        @Nullable StrengthDomain domain,
        StrengthColumn column,
        StrengthNature nature,
        Words statement,
        @Nullable Recognised recognisedByPerson) {}
