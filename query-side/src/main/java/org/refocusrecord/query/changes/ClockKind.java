package org.refocusrecord.query.changes;

import java.util.Locale;

/** By which clock changes are told. */
public enum ClockKind {
    /** When things happened. */
    OCCURRED,
    /** When they were recorded. */
    RECORDED;

    /** As it stands in a query. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
