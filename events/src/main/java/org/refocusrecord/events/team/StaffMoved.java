package org.refocusrecord.events.team;

import org.refocusrecord.events.WorkerId;

import java.time.LocalDate;

/** A worker joined or left a team. */
public sealed interface StaffMoved extends TeamEvent permits StaffJoined, StaffLeft {

    /** The worker. */
    WorkerId workerId();

    /** The day: the first one of a joining, the last one of a leaving. */
    LocalDate on();
}
