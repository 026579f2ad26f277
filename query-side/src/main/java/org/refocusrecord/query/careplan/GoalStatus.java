package org.refocusrecord.query.careplan;

/** The status of a goal: the latest that was stated. */
public enum GoalStatus {
    ACTIVE,
    ON_HOLD,
    COMPLETED,
    CANCELLED
}
