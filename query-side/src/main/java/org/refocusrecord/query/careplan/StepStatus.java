package org.refocusrecord.query.careplan;

/** The status of a step: PLANNED at first, then the latest that was stated. */
public enum StepStatus {
    PLANNED,
    STARTED,
    DONE,
    NOT_DONE,
    LET_GO
}
