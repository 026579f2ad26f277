package org.refocusrecord.events.casefile;

/** Why care ended. */
public enum ClosureReason {
    TREATMENT_COMPLETED,
    PERSON_WISHED,
    MOVED_AWAY,
    TRANSFERRED_OUT,
    LOST_CONTACT,
    DIED,
    OTHER
}
