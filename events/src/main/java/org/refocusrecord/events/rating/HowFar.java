package org.refocusrecord.events.rating;

/** How far something was so, in the person's word. */
public enum HowFar {
    YES,
    PARTLY,
    NO,
    UNSURE
}
