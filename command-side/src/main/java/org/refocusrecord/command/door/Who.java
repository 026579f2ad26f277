package org.refocusrecord.command.door;

import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.util.List;

/** Who may post something at all; whether it is in their scope is asked later. */
enum Who {
    SYSTEMS(Role.CLINICAL_SYSTEM),
    STAFF(Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER),
    STAFF_AND_THE_PERSON(Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER, Role.SERVICE_USER),
    STAFF_THE_PERSON_AND_ADMINISTRATORS(
            Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER, Role.SERVICE_USER, Role.ADMIN),
    THE_PERSON(Role.SERVICE_USER),
    ADMINISTRATORS(Role.ADMIN),
    ADMINISTRATORS_AND_LEADERS(Role.ADMIN, Role.TEAM_LEADER),
    ADMINISTRATORS_AND_RESEARCHERS(Role.ADMIN, Role.RESEARCHER);

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that nobody changes.
    private final List<Role> roles;

    Who(Role... roles) {
        this.roles = List.of(roles);
    }

    /** Refuses a caller in none of the roles. */
    void require(Caller caller) {
        caller.require(roles.toArray(Role[]::new));
    }

    /** Whether staff may, themselves or by a system that posts for them. */
    boolean isForStaff() {
        return includes(Role.CLINICAL_SYSTEM);
    }

    boolean includes(Role role) {
        return roles.contains(role);
    }

    /** The names of the roles. */
    String[] names() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
