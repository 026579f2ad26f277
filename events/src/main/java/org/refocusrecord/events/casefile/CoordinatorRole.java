package org.refocusrecord.events.casefile;

/** The two roles of the lead for one person; never one and the same. */
public enum CoordinatorRole {
    CARE_COORDINATOR,
    KEY_WORKER
}
