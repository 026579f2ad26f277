package org.refocusrecord.events.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.shape.Code;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;

/** A service user came under the care of a team of a trust. */
@EventType(
        name = "case.opened",
        revision = 1,
        door = "case",
        meaning = "A service user came under the care of a team of a trust.")
public record CaseOpened(
        CommandId commandId,
        CaseId caseId,
        ServiceUserId serviceUserId,
        @Code("[A-Za-z0-9_-]{1,40}") String trust,
        TeamId teamId,
        @Nullable WorkerId careCoordinatorId,
        @Happened LocalDate openedOn,
        Person recordedBy)
        implements CaseFileEvent {}
