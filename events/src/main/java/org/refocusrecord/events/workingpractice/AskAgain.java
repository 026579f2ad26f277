package org.refocusrecord.events.workingpractice;

/** Whether the person wants to be asked again. */
public enum AskAgain {
    YES,
    NO
}
