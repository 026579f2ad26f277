package org.refocusrecord.events.workingpractice;

/** The column of the worksheet in which a strength stands. */
public enum StrengthColumn {
    CURRENTLY,
    PERSONAL_AND_SOCIAL_RESOURCES
}
