package org.refocusrecord.events.team;

/** Components of the intervention that a session covered. */
public enum Component {
    RPR,
    RPR_SHARED_UNDERSTANDING,
    RPR_VALUES,
    RPR_COACHING,
    RPR_PARTNERSHIP_PROJECT,
    RPR_RAISE_EXPECTATIONS,
    WP,
    WP1,
    WP2,
    WP3
}
