package org.refocusrecord.events.coaching;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Within;
import org.refocusrecord.events.workingpractice.Style;

import java.util.List;

/** A coaching conversation was held. */
@EventType(
        name = "coaching.conversation-held",
        revision = 1,
        door = "COACHING_CONVERSATION",
        meaning = "A coaching conversation was held.")
public record CoachingConversationHeld(
        EntryId entryId,
        @Nullable ContractId contractId,
        @Nullable List<Person> with,
        @Nullable List<Style> styles,
        @Nullable List<Competency> competencies,
        @Nullable List<Skill> skills,
        @Nullable Words outcomeAgreed,
        @Within(min = 1, max = 1440) @Nullable Integer minutes,
        @Nullable Person accordingTo)
        implements CoachingEvent {}
