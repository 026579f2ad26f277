package org.refocusrecord.events.team;

/** Who began or leads a partnership project. */
public enum ProjectInitiator {
    STAFF,
    SERVICE_USERS,
    JOINT
}
