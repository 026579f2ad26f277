package org.refocusrecord.events.coaching;

/** Whether the worker may challenge the person. */
public enum Challenge {
    YES,
    ASK_EACH_TIME,
    NO
}
