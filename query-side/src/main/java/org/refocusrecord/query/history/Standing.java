package org.refocusrecord.query.history;

/** Whether something recorded still holds. */
public enum Standing {
    /** It holds. */
    LIVE,
    /** The person holds it no longer. */
    WITHDRAWN,
    /** It left the plan. */
    REMOVED,
    /** It should never have been recorded. */
    IN_ERROR
}
