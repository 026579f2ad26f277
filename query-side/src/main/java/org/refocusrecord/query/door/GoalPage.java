package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.history.CaseHistory;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of goals that is filled case by case; it is full once it is known where the next begins.
 */
final class GoalPage {

    private final int limit;
    private final List<GoalRow> rows = new ArrayList<>();
    private final List<CaseHistory> met = new ArrayList<>();
    private @Nullable Place next;

    GoalPage(int limit) {
        this.limit = limit;
    }

    /** Where the next page begins: at which goal of a case. */
    record Place(CaseId caseId, int index) {}

    /** The goals of a case, but for the first that were on the page before. */
    void add(OpenCase open, List<GoalRow> goals, int from) {
        if (next != null || from >= goals.size()) {
            return;
        }
        int end = Math.min(goals.size(), from + limit - rows.size());
        if (end > from) {
            rows.addAll(goals.subList(from, end));
            met.add(open.history());
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

    /** The cases that goals on the page are of. */
    List<CaseHistory> met() {
        return met;
    }
}
