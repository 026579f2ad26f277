package org.refocusrecord.events.coaching;

/** The REACH competencies of coaching. */
public enum Competency {
    REFLECT,
    EXPLORE,
    AGREE_OUTCOME,
    COMMIT_TO_ACTION,
    HOLD_TO_ACCOUNT
}
