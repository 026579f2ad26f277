package org.refocusrecord.events.rating;

/** Instruments by which the person rates a worker's support. */
public enum RelationshipInstrument {
    INSPIRE,
    BRIEF_INSPIRE
}
