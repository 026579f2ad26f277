package org.refocusrecord.events;

/** The part somebody has in a person's care. */
public enum Party {
    SERVICE_USER,
    STAFF,
    CARER,
    ADVOCATE,
    RESEARCHER,
    INTERPRETER,
    OTHER
}
