package org.refocusrecord.query.changes;

/** What became of an item. */
public enum ChangeKind {
    /** It came into the plan, or came back. */
    ADDED,
    /** One of its fields reads otherwise. */
    CHANGED,
    /** It left the plan: withdrawn, removed, or no longer part of what was said. */
    REMOVED,
    /** It should never have been recorded. */
    IN_ERROR
}
