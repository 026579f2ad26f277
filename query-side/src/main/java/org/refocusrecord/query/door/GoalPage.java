package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.door.CaseReads.OpenCase;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of goals that is filled case by case; it is full once it is known where the next begins.
 */
final class GoalPage {

    private final int limit;
    private final boolean named;
    private final List<GoalRow> rows = new ArrayList<>();
    private final List<OpenCase> shown = new ArrayList<>();
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

    /** The goals of a case, but for the first that were on the page before. */
    void add(OpenCase open, List<GoalRow> goals, int from) {
        if (next != null) {
            return;
        }
        if (from >= goals.size()) {
            if (named) {
                shown.add(open);
            }
            return;
        }
        int end = Math.min(goals.size(), from + limit - rows.size());
        if (end > from) {
            rows.addAll(goals.subList(from, end));
            shown.add(open);
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

    /** The cases that the page shows something of. */
    List<OpenCase> shown() {
        return shown;
    }
}
