package org.refocusrecord.query.changes;

/** What in a care plan can change by itself. */
public enum ItemKind {
    CARE_COORDINATOR,
    KEY_WORKER,
    VALUE,
    PREFERENCE,
    STRENGTH,
    ASPIRATION,
    PRACTICE,
    GOAL,
    CONCERN,
    STEP,
    REVIEW,
    ACTION,
    CONTRACT,
    CONTRACT_REVIEW,
    RATING,
    MEASURE,
    CRISIS_PLAN
}
