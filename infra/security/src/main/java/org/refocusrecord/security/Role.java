package org.refocusrecord.security;

/** What a caller may be. */
public enum Role {
    CLINICAL_SYSTEM,
    WORKER,
    TEAM_LEADER,
    AUDITOR,
    RESEARCHER,
    SERVICE_USER,
    ADMIN
}
