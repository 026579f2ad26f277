package org.refocusrecord.events.goal;

/** How far a goal has come. */
public enum GoalProgress {
    CLOSER,
    SAME,
    FURTHER,
    REACHED,
    NOT_REACHED,
    NO_LONGER_WANTED
}
