package org.refocusrecord.security;

/** What somebody may do here; several may be joined in one token. */
public enum Role {
    /** A clinical system posts for its trust, what was recorded there. */
    CLINICAL_SYSTEM,
    /** A worker records for the own teams and reads the own caseload. */
    WORKER,
    /** A team leader works for the teams of the token and sees how they take part. */
    TEAM_LEADER,
    /** An auditor reads everything of a trust and changes nothing. */
    AUDITOR,
    /** A researcher sees the studies of the token, and nobody's record or words. */
    RESEARCHER,
    /** A service user reads and writes the own record. */
    SERVICE_USER,
    /** An administrator keeps teams, studies and projections, and reads nobody's record. */
    ADMIN
}
