package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.shape.Code;

/** A team of a trust is known to the record. */
@EventType(
        name = "team.registered",
        revision = 1,
        door = "team",
        meaning = "A team of a trust is known to the record.")
public record TeamRegistered(
        CommandId commandId,
        TeamId teamId,
        @Code("[A-Za-z0-9_-]{1,40}") String trust,
        String name,
        TeamType officialType,
        @Nullable TeamType selfReportedType,
        Person recordedBy)
        implements TeamEvent {}
