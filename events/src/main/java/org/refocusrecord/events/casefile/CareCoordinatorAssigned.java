package org.refocusrecord.events.casefile;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;

/** A worker became the person's care coordinator or key worker. */
@EventType(
        name = "case.care-coordinator-assigned",
        revision = 1,
        door = "care-coordinator",
        meaning = "A worker became the person's care coordinator or key worker.")
public record CareCoordinatorAssigned(
        CommandId commandId,
        CaseId caseId,
        WorkerId workerId,
        CoordinatorRole role,
        @Happened LocalDate from,
        Person recordedBy)
        implements CaseFileEvent {}
