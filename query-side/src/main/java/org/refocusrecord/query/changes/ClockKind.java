package org.refocusrecord.query.changes;

/** By which clock changes are told. */
public enum ClockKind {
    /** When things happened. */
    OCCURRED,
    /** When they were recorded. */
    RECORDED
}
