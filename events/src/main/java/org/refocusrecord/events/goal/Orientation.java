package org.refocusrecord.events.goal;

/** Towards something wanted, or away from something unwanted. */
public enum Orientation {
    APPROACH,
    AVOIDANCE,
    UNCLEAR
}
