package org.refocusrecord.events;

/** What was wrong. */
public enum CorrectionCause {
    WRONG_PERSON,
    DUPLICATE,
    MISTAKE
}
