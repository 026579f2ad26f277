package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Chance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens to a case in its year, given out by number so that each fate has its people. */
final class Fates {

    private static final int DIED_IN_TEAM = 5;

    /** What may happen. */
    enum Kind {
        TRANSFERRED,
        LEFT_FOR_GOOD,
        LOST,
        LEFT_FOR_A_WHILE,
        CAME_BACK,
        DIED,
        WITHDREW,
        NEW_CRISIS_PLAN
    }

    /** What happens, and when. */
    record Fate(Kind kind, LocalDate on) {}

    private final List<Fate> fates = new ArrayList<>();
    private final LocalDate start;
    private final Chance chance;

    Fates(CaseFile file, Chance chance) {
        this.start = file.team().startsOn();
        this.chance = chance;
        if (file.isAsked()) {
            giveOut(file.place(), file.team().ordinal());
        }
        if (chance.percent(8)) {
            happens(Kind.NEW_CRISIS_PLAN, 1, 11);
        }
        fates.sort(Comparator.comparing(Fate::on));
    }

    private void giveOut(int place, int team) {
        boolean odd = team % 2 == 1;
        switch (place) {
            case 3 -> happensIf(odd, Kind.TRANSFERRED, 5, 8);
            case 4 -> happensIf(odd, Kind.LOST, 6, 9);
            case 5 -> {
                happensIf(!odd, Kind.LEFT_FOR_A_WHILE, 3, 4);
                happensIf(!odd, Kind.CAME_BACK, 6, 7);
            }
            case 7 -> happensIf(true, Kind.LEFT_FOR_GOOD, 8, 11);
            case 11 -> {
                happensIf(team == DIED_IN_TEAM, Kind.DIED, 6, 7);
                happensIf(team % 3 == 1, Kind.WITHDREW, 5, 9);
            }
            default -> {}
        }
    }

    private void happensIf(boolean so, Kind kind, int fromMonth, int toMonth) {
        if (so) {
            happens(kind, fromMonth, toMonth);
        }
    }

    private void happens(Kind kind, int fromMonth, int toMonth) {
        LocalDate month = start.plusMonths(chance.between(fromMonth, toMonth) - 1L);
        fates.add(new Fate(kind, month.plusDays(chance.between(0, 26))));
    }

    /** What has happened by this day and was not told yet. */
    List<Fate> due(LocalDate day) {
        List<Fate> due = fates.stream().filter(fate -> !fate.on().isAfter(day)).toList();
        fates.removeAll(due);
        return due;
    }
}
