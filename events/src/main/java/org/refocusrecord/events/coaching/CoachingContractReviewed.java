package org.refocusrecord.events.coaching;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

/** A coaching contract was looked at again, according to one person. */
@EventType(
        name = "coaching-contract.reviewed",
        revision = 1,
        door = "COACHING_CONTRACT_REVIEWED",
        meaning = "A coaching contract was looked at again, according to one person.")
public record CoachingContractReviewed(
        EntryId entryId, ContractId contractId, Person accordingTo, @Nullable Words outcome)
        implements CoachingEvent {}
