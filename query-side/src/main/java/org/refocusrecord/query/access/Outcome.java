package org.refocusrecord.query.access;

/** What became of a read. The names are stored: none is ever changed. */
public enum Outcome {
    /** An answer was made. */
    SHOWN,
    /** The case is there and out of the caller's scope, who was told that it is not there. */
    REFUSED
}
