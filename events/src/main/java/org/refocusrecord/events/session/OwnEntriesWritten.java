package org.refocusrecord.events.session;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.Happened;

import java.time.Instant;

/**
 * The service user wrote in the own record.
 *
 * <p>The header of what comes by the person's own door; its entries are events of their own.
 */
@EventType(
        name = "own-entries.written",
        revision = 1,
        door = "own-entries",
        meaning = "The service user wrote in the own record.")
public record OwnEntriesWritten(
        CommandId commandId, CaseId caseId, @Happened Instant occurredAt, Person recordedBy)
        implements CaseEvent {}
