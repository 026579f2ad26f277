package org.refocusrecord.events.team;

/** Whose account it is. */
public enum Rater {
    STAFF,
    SERVICE_USER
}
