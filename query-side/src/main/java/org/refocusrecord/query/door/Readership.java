package org.refocusrecord.query.door;

import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.util.stream.Stream;

/** For which roles a read is. Controllers ask it, and the OpenAPI document says it. */
enum Readership {
    /** Persons' records. */
    RECORDS(Role.WORKER, Role.TEAM_LEADER, Role.AUDITOR, Role.SERVICE_USER),
    /** Teams and studies, which are about no person. */
    AT_WORK(
            Role.CLINICAL_SYSTEM,
            Role.WORKER,
            Role.TEAM_LEADER,
            Role.AUDITOR,
            Role.RESEARCHER,
            Role.ADMIN),
    /** How a team takes part. */
    PARTICIPATION(Role.TEAM_LEADER, Role.AUDITOR, Role.RESEARCHER),
    /** What is odd in a team's cases. */
    NOTICES(Role.TEAM_LEADER, Role.AUDITOR),
    /** Who did what, over many cases. */
    AUDITS(Role.AUDITOR),
    /** What administrators look after. */
    OPERATIONS(Role.ADMIN);

    private final Role[] roles;

    Readership(Role... roles) {
        this.roles = roles;
    }

    /** Refuses a caller that has none of the roles, before anything else is looked at. */
    void require(Caller caller) {
        caller.require(roles);
    }

    /** The roles, for the OpenAPI document. */
    String[] names() {
        return Stream.of(roles).map(Role::name).toArray(String[]::new);
    }
}
