package org.refocusrecord.events.workingpractice;

/** Who led a conversation. */
public enum LedBy {
    STAFF,
    SERVICE_USER,
    JOINT
}
