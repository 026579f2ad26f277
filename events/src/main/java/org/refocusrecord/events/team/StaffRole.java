package org.refocusrecord.events.team;

/** A worker's role in a team. */
public enum StaffRole {
    CLINICIAN,
    TEAM_LEADER,
    SENIOR_MANAGER,
    PEER_SUPPORT,
    SUPPORT,
    STUDENT
}
