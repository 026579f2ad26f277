package org.refocusrecord.events.rating;

/** The occasion of a measurement in a study. */
public enum Occasion {
    BASELINE,
    PILOT_6M,
    FOLLOW_UP_12M,
    AUDIT_1,
    AUDIT_2,
    AUDIT_3,
    AUDIT_4,
    AUDIT_5,
    AUDIT_6,
    AUDIT_7,
    OTHER
}
