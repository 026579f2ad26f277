package org.refocusrecord.events.rating;

/** Whether a conversation took place, in the person's word. */
public enum TookPlace {
    YES,
    NO,
    UNSURE
}
