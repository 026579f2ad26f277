package org.refocusrecord.events.rating;

/** Who answered a questionnaire about a team. */
public enum RaterRole {
    SERVICE_USER,
    STAFF,
    TEAM_LEADER,
    RESEARCHER,
    CARER,
    TRAINER
}
