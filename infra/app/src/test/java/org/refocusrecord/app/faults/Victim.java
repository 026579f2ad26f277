package org.refocusrecord.app.faults;

/** What is struck while an append stands at a step. */
enum Victim {
    /** The node, with -9. */
    NODE,
    /**
     * The process of the database that works for the append, with -9; all others of the database go
     * with it, and it starts anew.
     */
    BACKEND,
    /** The same process alone, as an administrator ends it. */
    BACKEND_ALONE,
    /** Nobody: the connection is cut that the append came by. */
    LINE
}
