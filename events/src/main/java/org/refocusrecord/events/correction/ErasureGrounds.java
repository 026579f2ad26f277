package org.refocusrecord.events.correction;

/** On what grounds words are forgotten. */
public enum ErasureGrounds {
    WRONG_PERSON,
    CONFIDENCE_WITHDRAWN,
    UNLAWFUL,
    COURT_ORDER,
    OTHER
}
