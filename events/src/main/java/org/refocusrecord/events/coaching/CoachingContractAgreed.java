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

/**
 * The person and a worker agreed how they want to work together; one sentence is a contract.
 *
 * <p>{@code minutes}: the planned length of a meeting.
 */
@EventType(
        name = "coaching-contract.agreed",
        revision = 1,
        door = "COACHING_CONTRACT_AGREED",
        meaning =
                "The person and a worker agreed how they want to work together; one "
                        + "sentence is a contract.")
public record CoachingContractAgreed(
        EntryId entryId,
        ContractId contractId,
        Person worker,
        Words purpose,
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
