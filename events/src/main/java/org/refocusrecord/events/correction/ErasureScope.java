package org.refocusrecord.events.correction;

/** How much is to be forgotten. */
public enum ErasureScope {
    ENTRY,
    CASE
}
