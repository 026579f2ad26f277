package org.refocusrecord.events.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;
import java.util.List;

/** Care ended; the day is the last one. */
@EventType(
        name = "case.closed",
        revision = 1,
        door = "closure",
        meaning = "Care ended; the day is the last one.")
public record CaseClosed(
        CommandId commandId,
        CaseId caseId,
        ClosureReason reason,
        @Happened LocalDate on,
        @Nullable List<Person> decidedBy,
        @Nullable PersonsView personsView,
        Person recordedBy)
        implements CaseFileEvent {}
