package org.refocusrecord.events.casefile;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;

/** The person died on this day. */
@EventType(
        name = "case.death-noted",
        revision = 1,
        door = "death",
        meaning = "The person died on this day.")
public record DeathNoted(
        CommandId commandId, CaseId caseId, @Happened LocalDate on, Person recordedBy)
        implements CaseFileEvent {}
