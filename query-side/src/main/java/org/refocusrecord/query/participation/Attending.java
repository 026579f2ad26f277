package org.refocusrecord.query.participation;

import org.refocusrecord.events.Party;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.team.Attendance;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.query.team.Membership;
import org.refocusrecord.query.team.TeamRoster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Who of the roster attended, day by day. The roster is that of the session's day, never a
 * headcount; people who were not on it are not counted.
 *
 * @param day the day up to which is counted
 */
record Attending(TeamRoster roster, Set<StaffRole> rostered, LocalDate day) {

    private static final Fraction HALF = Fraction.of(1, 2);

    /** Sum attended of sum rostered, each session times its units. */
    record Attended(Fraction attended, Fraction rostered) {}

    Attended in(List<Series.Slot> slots) {
        Fraction attended = Fraction.ZERO;
        Fraction all = Fraction.ZERO;
        for (Series.Slot slot : slots) {
            Fraction units = Fraction.of(slot.planned().units());
            List<Membership> there =
                    roster.on(slot.day()).stream()
                            .filter(worker -> rostered.contains(worker.role()))
                            .toList();
            all = all.plus(units.times(Fraction.of(there.size())));
            ImplementationSessionHeld held = slot.held();
            if (held != null) {
                for (Membership worker : there) {
                    attended = attended.plus(units.times(attended(held, worker.workerId())));
                }
            }
        }
        return new Attended(attended, all);
    }

    private Fraction attended(ImplementationSessionHeld held, WorkerId worker) {
        return held.attendance().stream()
                .filter(attendance -> attendance.party() == Party.STAFF)
                .filter(attendance -> attendance.id().equals(worker.toString()))
                .map(attendance -> attended(attendance, held.occurredOn()))
                .max(Fraction::compareTo)
                .orElse(Fraction.ZERO);
    }

    private Fraction attended(Attendance attendance, LocalDate heldOn) {
        return switch (attendance.state()) {
            case PRESENT_FULL -> Fraction.ONE;
            case PRESENT_PART -> HALF;
            case CAUGHT_UP_LATER -> {
                LocalDate caughtUpOn = attendance.on() == null ? heldOn : attendance.on();
                yield caughtUpOn.isAfter(day) ? Fraction.ZERO : Fraction.ONE;
            }
            case ABSENT_CLINICAL, ABSENT_LEAVE, ABSENT_OTHER -> Fraction.ZERO;
        };
    }
}
