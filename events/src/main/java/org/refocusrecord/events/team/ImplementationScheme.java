package org.refocusrecord.events.team;

/** Which edition of the intervention's implementation is meant. */
public enum ImplementationScheme {
    TRIAL_2011,
    SECOND_ED_2014
}
