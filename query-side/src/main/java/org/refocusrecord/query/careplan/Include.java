package org.refocusrecord.query.careplan;

/** What a plan shows. */
public enum Include {
    /** What holds. */
    LIVE,
    /** Also what was withdrawn, removed or marked in error. */
    ALL
}
