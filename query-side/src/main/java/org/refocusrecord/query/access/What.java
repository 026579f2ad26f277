package org.refocusrecord.query.access;

/** What of a person's record is read. The names are stored: none is ever changed. */
public enum What {
    /** The case in a few facts. */
    CASE,
    /** The case as it stands in a list of cases. */
    CASE_LIST,
    /** The care plan. */
    CARE_PLAN,
    /** What changed in the care plan. */
    PLAN_CHANGES,
    /** What happened, one thing after the other. */
    TIMELINE,
    /** What stood in the care plan at a few dates. */
    PLAN_AUDIT,
    /** The events of the case. */
    EVENTS,
    /** One of its sessions. */
    SESSION,
    /** What can be checked without the service: all of it. */
    EVIDENCE,
    /** That an event stands in the log: its kind, its times and who recorded it. */
    EVENT_PROOF,
    /** Who set which goal. */
    GOALS_AUDIT,
    /** Who is responsible for how much, of this case alone. */
    RESPONSIBILITY,
    /** What is odd in it. */
    NOTICES,
    /** When somebody has to look at it again. */
    RETENTION,
    /** Who read it. */
    ACCESS_LOG
}
