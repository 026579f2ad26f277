package org.refocusrecord.query.participation;

/** The class of a team in a trial. */
public enum TeamClass {
    HIGH,
    LOW,
    CONTROL
}
