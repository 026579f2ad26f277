package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.record.CareTimes;
import org.refocusrecord.query.record.CaseSummary.State;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The time from one turn of care to the next, in which nothing changes: with which team, and
 * whether care was open. Only closure and transfer end a stay with a team.
 *
 * @param teamId the team; null only where a transfer is told of before the opening
 * @param from the first day
 * @param to the last day; null while it lasts
 */
public record CareSpan(
        @Nullable TeamId teamId, State state, LocalDate from, @Nullable LocalDate to) {

    /** The spans of a case, one after the other; none where its opening is in error. */
    public static List<CareSpan> of(Line line) {
        CareTimes times = CareTimes.of(line);
        List<LocalDate> turns = List.copyOf(turns(line));
        List<CareSpan> spans = new ArrayList<>();
        for (int index = 0; index < turns.size(); index++) {
            LocalDate from = turns.get(index);
            spans.add(
                    new CareSpan(
                            times.teamOn(from),
                            times.isOpen(from) ? State.OPEN : State.CLOSED,
                            from,
                            index + 1 < turns.size() ? turns.get(index + 1).minusDays(1) : null));
        }
        return spans;
    }

    private static TreeSet<LocalDate> turns(Line line) {
        TreeSet<LocalDate> turns = new TreeSet<>();
        boolean opened = false;
        for (Fact fact : line.live()) {
            switch (fact.event()) {
                case CaseOpened opening -> {
                    opened = true;
                    turns.add(opening.openedOn());
                }
                case CaseTransferred transferred -> turns.add(transferred.on());
                case CaseClosed closed -> turns.add(closed.on().plusDays(1));
                case CaseReopened reopened -> turns.add(reopened.on());
                default -> {}
            }
        }
        return opened ? turns : new TreeSet<>();
    }

    /** Whether a day is within it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
