package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.shape.Happened;
import org.refocusrecord.events.shape.PersonId;

import java.time.LocalDate;

/**
 * Somebody's attendance at an implementation session; {@code on} is the day a session was caught
 * up.
 */
public record Attendance(
        Party party,
        @PersonId String id,
        AttendanceState state,
        @Happened @Nullable LocalDate on) {}
