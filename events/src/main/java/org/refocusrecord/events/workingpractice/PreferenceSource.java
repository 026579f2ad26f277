package org.refocusrecord.events.workingpractice;

/** From whom the help is wanted. */
public enum PreferenceSource {
    SERVICES,
    OTHER
}
