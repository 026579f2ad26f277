package org.refocusrecord.events.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;
import java.util.List;

/** The case went to another team, from this day on. */
@EventType(
        name = "case.transferred",
        revision = 1,
        door = "transfer",
        meaning = "The case went to another team, from this day on.")
public record CaseTransferred(
        CommandId commandId,
        CaseId caseId,
        TeamId toTeamId,
        @Happened LocalDate on,
        @Nullable List<Person> decidedBy,
        @Nullable PersonsView personsView,
        Person recordedBy)
        implements CaseFileEvent {}
