package org.refocusrecord.events.team;

/** How much is captured about a team. */
public enum CaptureMode {
    FULL,
    ROUTINE_ONLY
}
