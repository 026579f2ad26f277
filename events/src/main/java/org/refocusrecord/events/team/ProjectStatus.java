package org.refocusrecord.events.team;

/** How far a partnership project has come. */
public enum ProjectStatus {
    NOT_STARTED,
    PLANNED,
    UNDER_WAY,
    COMPLETED,
    ABANDONED
}
