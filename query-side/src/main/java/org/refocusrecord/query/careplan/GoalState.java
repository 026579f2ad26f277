package org.refocusrecord.query.careplan;

/** Whether a goal was taken up. */
public enum GoalState {
    VOICED,
    SET
}
