package org.refocusrecord.events.goal;

/** How an answer is known; an own act comes only by the person's own door. */
public enum AcceptanceHow {
    OWN_ACT,
    SIGNED,
    SPOKEN,
    REPORTED
}
