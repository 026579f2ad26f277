package org.refocusrecord.events.team;

/** Who facilitated a session. */
public enum Facilitator {
    EXTERNAL_TRAINER,
    COACH,
    LIVED_EXPERIENCE_TRAINER,
    INTERNAL
}
