package org.refocusrecord.events.workingpractice;

/** Whether the person sees the strength too. */
public enum Recognised {
    YES,
    NOT_YET,
    NO
}
