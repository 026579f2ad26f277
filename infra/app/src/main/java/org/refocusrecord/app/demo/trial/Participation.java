package org.refocusrecord.app.demo.trial;

/** How far a team is to take part in this made-up trial. */
public enum Participation {
    HIGH,
    LOW,
    CONTROL
}
