package org.refocusrecord.events.workingpractice;

/** What the person said to an offer. */
public enum OfferResponse {
    TAKEN_UP,
    NOT_NOW,
    DECLINED
}
