package org.refocusrecord.events.goal;

/** Whose goal it is. */
public enum Whose {
    PERSON,
    SHARED,
    SERVICE,
    LEGAL_DUTY,
    CARER
}
