package org.refocusrecord.events.workingpractice;

/** How values and treatment preferences may be talked about. */
public enum Approach {
    CONVERSATIONAL,
    NARRATIVE,
    VISUAL
}
