package org.refocusrecord.command;

/** How the state of a stream is come by. */
public enum Loading {
    /**
     * As it was last known on this node, which may be a while ago. What is recorded on it is
     * guarded by the append; a refusal must not go out.
     */
    AS_KEPT,
    /** As it is at the head of the log. */
    AT_HEAD
}
