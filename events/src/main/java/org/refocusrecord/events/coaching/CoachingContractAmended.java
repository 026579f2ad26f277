package org.refocusrecord.events.coaching;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Within;

import java.time.LocalDate;
import java.util.List;

/** Both agreed new terms of a coaching contract, from this place on. */
@EventType(
        name = "coaching-contract.amended",
        revision = 1,
        door = "COACHING_CONTRACT_AMENDED",
        meaning = "Both agreed new terms of a coaching contract, from this place on.")
public record CoachingContractAmended(
        EntryId entryId,
        ContractId contractId,
        @Nullable Words purpose,
        List<Person> agreedBy,
        @Nullable List<Words> desiredOutcomes,
        @Nullable Words frequency,
        @Within(min = 1, max = 1440) @Nullable Integer minutes,
        @Nullable Words place,
        @Nullable Challenge challenge,
        @Nullable Words feedback,
        @Nullable Words confidentialityLimits,
        @Nullable LocalDate reviewDueOn)
        implements CoachingEvent {}
