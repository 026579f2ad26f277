package org.refocusrecord.events.session;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.Happened;
import org.refocusrecord.events.shape.Size;
import org.refocusrecord.events.shape.Within;

import java.time.Instant;
import java.util.List;

/**
 * A meeting took place, with these people, at this time.
 *
 * <p>The header of a session: its entries are events of their own. The service user need not have
 * been there.
 */
@EventType(
        name = "session.held",
        revision = 1,
        door = "session",
        meaning = "A meeting took place, with these people, at this time.")
public record SessionHeld(
        CommandId sessionId,
        CaseId caseId,
        @Happened Instant occurredAt,
        @Within(min = 1, max = 1440) @Nullable Integer minutes,
        @Nullable Setting setting,
        @Size(min = 1, max = 30) List<Participant> participants,
        Person recordedBy,
        @Nullable WrittenWithPerson writtenWithPerson,
        @Nullable List<Person> agendaFrom,
        @Nullable Words lateReason,
        @Happened @Nullable Instant firstRecordedAt)
        implements CaseEvent {}
