package org.refocusrecord.events.goal;

/** What a step draws on outside the service. */
public enum DrawsOn {
    PEER_SUPPORT,
    RECOVERY_COLLEGE,
    INDIVIDUAL_PLACEMENT_AND_SUPPORT,
    EDUCATION,
    COMMUNITY_GROUP,
    FAMILY_AND_FRIENDS,
    SELF_HELP,
    FAITH_COMMUNITY,
    OTHER
}
