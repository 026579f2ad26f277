package org.refocusrecord.events.goal;

/** Whether the person wants help with a voiced goal. */
public enum HelpWanted {
    YES,
    NO,
    UNSURE
}
