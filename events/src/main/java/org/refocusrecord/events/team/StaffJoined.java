package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.shape.Happened;
import org.refocusrecord.events.shape.Otherwise;

import java.time.LocalDate;

/** A worker joined the team, from this day on. */
@EventType(
        name = "team.staff-joined",
        revision = 1,
        door = "staff",
        where = "change=JOINED",
        meaning = "A worker joined the team, from this day on.")
public record StaffJoined(
        CommandId commandId,
        TeamId teamId,
        WorkerId workerId,
        @Nullable Profession profession,
        @Otherwise("CLINICIAN") StaffRole role,
        @Happened LocalDate on,
        Person recordedBy)
        implements StaffMoved {}
