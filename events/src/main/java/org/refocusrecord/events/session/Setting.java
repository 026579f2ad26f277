package org.refocusrecord.events.session;

/** Where a session took place. */
public enum Setting {
    HOME,
    TEAM_BASE,
    COMMUNITY,
    PHONE,
    VIDEO,
    INPATIENT,
    PRISON,
    OTHER
}
