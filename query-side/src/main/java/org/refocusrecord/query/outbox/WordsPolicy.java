package org.refocusrecord.query.outbox;

/** Which texts leave with the events. */
public enum WordsPolicy {
    /** None. */
    NONE,
    /** Those that are shared with the team and not erased when they are sent. */
    TEAM
}
