package org.refocusrecord.events.coaching;

import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;

/** Somebody ended a coaching contract; no reason is asked. */
@EventType(
        name = "coaching-contract.ended",
        revision = 1,
        door = "COACHING_CONTRACT_ENDED",
        meaning = "Somebody ended a coaching contract; no reason is asked.")
public record CoachingContractEnded(EntryId entryId, ContractId contractId, Person endedBy)
        implements CoachingEvent {}
