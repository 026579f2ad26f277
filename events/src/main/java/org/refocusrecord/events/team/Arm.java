package org.refocusrecord.events.team;

/** The arm of a study. */
public enum Arm {
    INTERVENTION,
    CONTROL
}
