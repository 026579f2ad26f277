package org.refocusrecord.events.team;

/** Kinds of implementation sessions. */
public enum ImplementationKind {
    INFO_SESSION,
    PERSONAL_RECOVERY_TRAINING,
    COACHING_TRAINING,
    TEAM_REFLECTION,
    TEAM_LEADER_REFLECTION,
    SUPERVISION,
    BOOSTER,
    PHONE_SUPPORT
}
