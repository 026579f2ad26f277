package org.refocusrecord.events;

/** Who may see a text. */
public enum Sharing {
    TEAM,
    WORKER_AND_PERSON,
    PERSON_ONLY
}
