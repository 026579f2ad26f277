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

/** A worker left the team; the day is the last one. */
@EventType(
        name = "team.staff-left",
        revision = 1,
        door = "staff",
        where = "change=LEFT",
        meaning = "A worker left the team; the day is the last one.")
public record StaffLeft(
        CommandId commandId,
        TeamId teamId,
        WorkerId workerId,
        @Nullable Profession profession,
        @Otherwise("CLINICIAN") StaffRole role,
        @Happened LocalDate on,
        Person recordedBy)
        implements StaffMoved {}
