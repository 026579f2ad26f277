package org.refocusrecord.query.planaudit;

import java.util.List;

/**
 * An action point at a date.
 *
 * @param point as it stood; of what left the plan since the date before, as it stood then
 * @param change what became of it since the date before
 * @param changed the fields that are others than they were
 */
public record AuditedPoint(ActionPoint point, Change change, List<String> changed) {

    /** What became of it since the date before. */
    public enum Change {
        /** There was no date before. */
        FIRST,
        ADDED,
        CHANGED,
        UNCHANGED,
        /** It is in the plan no longer. */
        REMOVED
    }

    /** Whether it is in the plan at the date. */
    public boolean isInPlan() {
        return change != Change.REMOVED;
    }
}
