package org.refocusrecord.query.record;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a case was open, and with which team.
 *
 * <p>Opening, reopening and transfers count from their day; a closure names the last day of care.
 * Nothing is checked: whatever was said last on the line counts.
 */
public final class CareTimes {

    /** From this day on the case is open, or closed. */
    private record Turn(LocalDate from, boolean open) {}

    private record Arrival(LocalDate from, TeamId teamId) {}

    private final List<Turn> turns = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    private CareTimes() {}

    /** The times of a case. */
    public static CareTimes of(Line line) {
        CareTimes times = new CareTimes();
        line.live().forEach(times::after);
        // Sorting is stable: what was said later on the line counts among the turns of one day.
        times.turns.sort(Comparator.comparing(Turn::from));
        return times;
    }

    private void after(Fact fact) {
        switch (fact.event()) {
            case CaseOpened opened -> {
                turns.add(new Turn(opened.openedOn(), true));
                arrivals.add(new Arrival(opened.openedOn(), opened.teamId()));
            }
            case CaseTransferred transferred ->
                    arrivals.add(new Arrival(transferred.on(), transferred.toTeamId()));
            case CaseClosed closed -> turns.add(new Turn(closed.on().plusDays(1), false));
            case CaseReopened reopened -> turns.add(new Turn(reopened.on(), true));
            default -> {}
        }
    }

    /** Whether care was open on a day. */
    public boolean isOpen(LocalDate day) {
        Turn turn = turn(day);
        return turn != null && turn.open();
    }

    /** The last day of care, where it had ended by that day. */
    public @Nullable LocalDate endedOn(LocalDate day) {
        Turn turn = turn(day);
        return turn == null || turn.open() ? null : turn.from().minusDays(1);
    }

    private @Nullable Turn turn(LocalDate day) {
        Turn last = null;
        for (Turn turn : turns) {
            if (!turn.from().isAfter(day)) {
                last = turn;
            }
        }
        return last;
    }

    /** The team that the case belonged to on a day; null before it was opened. */
    public @Nullable TeamId teamOn(LocalDate day) {
        return teams().stream()
                .filter(stay -> stay.covers(day))
                .map(TeamStay::teamId)
                .findFirst()
                .orElse(null);
    }

    /** With which teams the case was, one after the other. */
    public List<TeamStay> teams() {
        List<TeamStay> stays = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            TeamStay last = stays.isEmpty() ? null : stays.getLast();
            if (last != null && last.from().equals(arrival.from())) {
                stays.removeLast();
                last = stays.isEmpty() ? null : stays.getLast();
            }
            if (last == null || !last.teamId().equals(arrival.teamId())) {
                stays.add(new TeamStay(arrival.teamId(), arrival.from(), null));
            }
        }
        return ended(stays);
    }

    private static List<TeamStay> ended(List<TeamStay> stays) {
        List<TeamStay> ended = new ArrayList<>();
        for (int index = 0; index < stays.size(); index++) {
            TeamStay stay = stays.get(index);
            LocalDate to =
                    index + 1 < stays.size() ? stays.get(index + 1).from().minusDays(1) : null;
            ended.add(new TeamStay(stay.teamId(), stay.from(), to));
        }
        return List.copyOf(ended);
    }
}
