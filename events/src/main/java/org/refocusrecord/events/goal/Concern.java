package org.refocusrecord.events.goal;

/** What a concern about a goal is about. */
public enum Concern {
    PROTECTION,
    REALISM,
    MOTIVATION,
    RISK,
    RESOURCES,
    LEGAL,
    OTHER
}
