package org.refocusrecord.query.door;

import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.util.List;

/** For which roles a read is. Controllers ask it, and the OpenAPI document says it. */
public record Readership(List<Role> roles) {

    /** Persons' records. */
    public static final Readership RECORDS =
            of(Role.WORKER, Role.TEAM_LEADER, Role.AUDITOR, Role.SERVICE_USER);

    /** The plans of many persons at once. */
    static final Readership PLANS = of(Role.TEAM_LEADER, Role.AUDITOR);

    /** Evidence of a person's record. */
    public static final Readership EVIDENCE = of(Role.AUDITOR, Role.SERVICE_USER);

    /** Teams and studies, which are about no person. */
    static final Readership AT_WORK =
            of(
                    Role.CLINICAL_SYSTEM,
                    Role.WORKER,
                    Role.TEAM_LEADER,
                    Role.AUDITOR,
                    Role.RESEARCHER,
                    Role.ADMIN);

    /** How a team takes part. */
    static final Readership PARTICIPATION = of(Role.TEAM_LEADER, Role.AUDITOR, Role.RESEARCHER);

    /** What is odd in a team's cases. */
    static final Readership NOTICES = of(Role.TEAM_LEADER, Role.AUDITOR);

    /** Who did what, over many cases. */
    static final Readership AUDITS = of(Role.AUDITOR);

    /** Who read a record. */
    static final Readership ACCESSES = of(Role.AUDITOR, Role.SERVICE_USER);

    /** What administrators look after. */
    public static final Readership OPERATIONS = of(Role.ADMIN);

    private static Readership of(Role... roles) {
        return new Readership(List.of(roles));
    }

    /** Refuses a caller that has none of the roles, before anything else is looked at. */
    public void require(Caller caller) {
        caller.require(roles.toArray(Role[]::new));
    }

    /** The roles, for the OpenAPI document. */
    public String[] names() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
