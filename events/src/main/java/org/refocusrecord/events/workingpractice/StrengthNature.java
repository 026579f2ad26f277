package org.refocusrecord.events.workingpractice;

/** What kind of strength it is. */
public enum StrengthNature {
    INDIVIDUAL,
    ENVIRONMENTAL,
    INTERPERSONAL,
    SERVICE_RELATED
}
