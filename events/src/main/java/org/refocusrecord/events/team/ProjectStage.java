package org.refocusrecord.events.team;

/** Stages of a partnership project. */
public enum ProjectStage {
    CHOOSING,
    PLANNING,
    ORGANISING,
    TAKING_PART,
    REVIEWING
}
