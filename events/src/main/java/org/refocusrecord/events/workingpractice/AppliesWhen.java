package org.refocusrecord.events.workingpractice;

/** When a treatment preference applies. */
public enum AppliesWhen {
    NOW,
    IN_CRISIS
}
