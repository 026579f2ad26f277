package org.refocusrecord.events.careaction;

/** The person's view of a decision. */
public enum PersonsView {
    WANTS,
    ACCEPTS,
    OBJECTS,
    LEAVES_TO_STAFF,
    NOT_ASKED
}
