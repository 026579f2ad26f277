package org.refocusrecord.events.study;

/** What a service user said to a study. */
public enum Consent {
    GIVEN,
    WITHDRAWN,
    OPTED_OUT
}
