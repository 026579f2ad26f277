package org.refocusrecord.events.workingpractice;

/** The six visual maps. */
public enum LifeMap {
    RELATIONSHIP,
    BACKGROUND,
    WHO_AM_I,
    PREFERENCES,
    CHOICES,
    RESPECT
}
