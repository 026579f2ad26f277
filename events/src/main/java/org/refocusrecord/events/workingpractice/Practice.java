package org.refocusrecord.events.workingpractice;

/** The three working practices, and coaching. */
public enum Practice {
    WP1,
    WP2,
    WP3,
    COACHING
}
