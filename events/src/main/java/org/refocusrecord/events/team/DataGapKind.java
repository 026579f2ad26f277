package org.refocusrecord.events.team;

/** What was not captured. */
public enum DataGapKind {
    RECOVERY_TRAINING,
    COACHING_TRAINING,
    TEAM_REFLECTION,
    LEADER_REFLECTION,
    PARTNERSHIP_PROJECT,
    CONVERSATIONS,
    ACTIONS,
    RATINGS,
    EXPERIENCES,
    MEASURES
}
