package org.refocusrecord.events.careaction;

/** What became of a care action. */
public enum ActionOutcome {
    DONE,
    NOT_DONE,
    NO_LONGER_NEEDED
}
