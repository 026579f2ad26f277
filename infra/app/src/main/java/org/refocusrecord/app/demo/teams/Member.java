package org.refocusrecord.app.demo.teams;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.team.StaffRole;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A worker of a team: an id, a profession, a time.
 *
 * @param to the last day, where it fell into the year
 */
public record Member(UUID workerId, Slot slot, LocalDate from, @Nullable LocalDate to) {

    /** Whether he or she is in the team that day. */
    public boolean isThere(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** As a party. */
    public Person person() {
        return new Person(Party.STAFF, workerId.toString());
    }

    /** Whether the training was meant for such a worker. */
    boolean isTrained() {
        return switch (slot.role()) {
            case CLINICIAN, TEAM_LEADER, PEER_SUPPORT, SUPPORT -> true;
            case SENIOR_MANAGER, STUDENT -> false;
        };
    }

    /** Whether he or she leads the team. */
    boolean leads() {
        return slot.role() == StaffRole.TEAM_LEADER;
    }
}
