package org.refocusrecord.events.workingpractice;

/** Which worksheet's domains are meant. */
public enum DomainScheme {
    REFOCUS_2011,
    RAPP_GOSCHA_2006
}
