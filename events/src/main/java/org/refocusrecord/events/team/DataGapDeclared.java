package org.refocusrecord.events.team;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;

/** Something was not captured about a team between two days, both included: missing, not nought. */
@EventType(
        name = "team.data-gap-declared",
        revision = 1,
        door = "data-gap",
        meaning =
                "Something was not captured about a team between two days, both included: "
                        + "missing, not nought.")
public record DataGapDeclared(
        CommandId commandId,
        TeamId teamId,
        DataGapKind kind,
        @Happened LocalDate from,
        LocalDate to,
        String reason,
        Person recordedBy)
        implements TeamEvent {}
