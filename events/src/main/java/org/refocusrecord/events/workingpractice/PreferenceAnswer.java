package org.refocusrecord.events.workingpractice;

/** What became of a treatment preference. */
public enum PreferenceAnswer {
    DONE,
    PARTLY,
    NOT_POSSIBLE
}
