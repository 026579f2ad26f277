package org.refocusrecord.events.workingpractice;

/**
 * Interaction styles: staff training taught directing, mentoring and coaching, the later
 * masterclass mentoring, co-learning and coaching.
 */
public enum Style {
    DIRECTING,
    MENTORING,
    COACHING,
    CO_LEARNING
}
