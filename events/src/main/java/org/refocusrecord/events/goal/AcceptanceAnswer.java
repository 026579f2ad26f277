package org.refocusrecord.events.goal;

/** Somebody's answer to a goal. */
public enum AcceptanceAnswer {
    AGREE,
    DISAGREE,
    PENDING,
    NOT_ASKED
}
