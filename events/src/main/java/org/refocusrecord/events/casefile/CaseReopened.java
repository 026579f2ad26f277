package org.refocusrecord.events.casefile;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;

/** Care began again, from this day on. */
@EventType(
        name = "case.reopened",
        revision = 1,
        door = "reopening",
        meaning = "Care began again, from this day on.")
public record CaseReopened(
        CommandId commandId, CaseId caseId, @Happened LocalDate on, Person recordedBy)
        implements CaseFileEvent {}
