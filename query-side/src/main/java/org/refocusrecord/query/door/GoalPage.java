package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.security.Role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page of goals that is filled case by case; it is full once it is known where the next begins.
 * Of the cases it keeps nothing but these goals.
 */
final class GoalPage {

    private final int limit;
    private final boolean named;
    private final List<GoalRow> rows = new ArrayList<>();
    private final Map<CaseId, Role> shown = new HashMap<>();
    private @Nullable Place next;

    /**
     * With no goal yet.
     *
     * @param named whether a case was named: of that it is shown too that it has none
     */
    GoalPage(int limit, boolean named) {
        this.limit = limit;
        this.named = named;
    }

    /** Where the next page begins: at which goal of a case. */
    record Place(CaseId caseId, int index) {}

    /** The goals of a case, but for the first that were on the page before; not once it is full. */
    void add(OpenCase open, List<GoalRow> goals, int from) {
        if (from >= goals.size()) {
            if (named) {
                shown.put(open.caseId(), open.role());
            }
            return;
        }
        int end = Math.min(goals.size(), from + limit - rows.size());
        if (end > from) {
            rows.addAll(goals.subList(from, end));
            shown.put(open.caseId(), open.role());
        }
        if (end < goals.size()) {
            next = new Place(open.caseId(), end);
        }
    }

    boolean isFull() {
        return next != null;
    }

    @Nullable Place next() {
        return next;
    }

    List<GoalRow> rows() {
        return rows;
    }

    /** The cases that the page shows something of, and in which role they are read. */
    Map<CaseId, Role> shown() {
        return shown;
    }
}
