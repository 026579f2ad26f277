package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.team.Profession;
import org.refocusrecord.events.team.StaffRole;

import java.time.LocalDate;

/**
 * A time for which a worker was on a team's roster, in one profession and role.
 *
 * @param from the first day
 * @param to the last day; null while it lasts
 */
public record Membership(
        WorkerId workerId,
        @Nullable Profession profession,
        StaffRole role,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Whether a day is within it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Membership until(LocalDate last) {
        return new Membership(workerId, profession, role, from, last);
    }
}
