package org.refocusrecord.events.workingpractice;

/** Domains of the strengths worksheet. */
public enum StrengthDomain {
    DAILY_LIVING,
    FINANCIAL,
    OCCUPATIONAL,
    SOCIAL_SUPPORTS,
    HEALTH,
    LEISURE,
    SPIRITUALITY_CULTURE,
    PERSONAL_QUALITIES
}
