package org.refocusrecord.events.team;

/** How somebody attended. */
public enum AttendanceState {
    PRESENT_FULL,
    PRESENT_PART,
    ABSENT_CLINICAL,
    ABSENT_LEAVE,
    ABSENT_OTHER,
    CAUGHT_UP_LATER
}
