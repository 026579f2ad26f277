package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.Words;

/** Somebody noticed a strength of the person, new or noticed before. */
@EventType(
        name = "strength.noticed",
        revision = 1,
        door = "STRENGTH_NOTICED",
        meaning = "Somebody noticed a strength of the person, new or noticed before.")
public record StrengthNoticed(
        EntryId entryId,
        StrengthId strengthId,
        Person noticedBy,
        Words statement,
        @Nullable StrengthDomain domain,
        @Nullable StrengthNature nature,
        @Nullable Recognised recognisedByPerson)
        implements WorkingPracticeEvent {}
