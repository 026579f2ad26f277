package org.refocusrecord.events.team;

/** Types of community mental health teams. */
public enum TeamType {
    RECOVERY,
    PSYCHOSIS,
    FORENSIC,
    ASSERTIVE_OUTREACH,
    SUPPORTED_LIVING,
    LOW_SUPPORT,
    EARLY_INTERVENTION,
    CONTINUING_CARE,
    REHABILITATION,
    OTHER
}
