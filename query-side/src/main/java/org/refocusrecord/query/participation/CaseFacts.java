package org.refocusrecord.query.participation;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.Days;
import org.refocusrecord.query.record.CareTimes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What participation needs to know of cases: when they were with a team, and what was done. */
public record CaseFacts(List<Stay> stays, List<PracticeDay> practiceDays) {

    /** No cases. */
    public static final CaseFacts NONE = new CaseFacts(List.of(), List.of());

    /** The facts of several cases. */
    public static CaseFacts of(Collection<Line> lines) {
        List<Stay> stays = new ArrayList<>();
        List<PracticeDay> practiceDays = new ArrayList<>();
        for (Line line : lines) {
            CareTimes times = CareTimes.of(line);
            stays.addAll(stays(line, times));
            practiceDays.addAll(practiceDays(line, times));
        }
        return new CaseFacts(List.copyOf(stays), List.copyOf(practiceDays));
    }

    /** Between two turns of care nothing changes, so the first day tells of all. */
    private static List<Stay> stays(Line line, CareTimes times) {
        List<LocalDate> turns = List.copyOf(turns(line));
        List<Stay> stays = new ArrayList<>();
        for (int index = 0; index < turns.size(); index++) {
            LocalDate from = turns.get(index);
            LocalDate to =
                    index + 1 < turns.size() ? turns.get(index + 1).minusDays(1) : LocalDate.MAX;
            TeamId team = times.teamOn(from);
            if (team != null && times.isOpen(from)) {
                stays.add(new Stay(line.serviceUserId(), team, new Days(from, to)));
            }
        }
        return stays;
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

    private static List<PracticeDay> practiceDays(Line line, CareTimes times) {
        List<PracticeDay> days = new ArrayList<>();
        for (Fact fact : line.live()) {
            Practice practice = practice(fact.event());
            if (practice != null) {
                LocalDate day = fact.place().atZone(line.zone()).toLocalDate();
                days.add(
                        new PracticeDay(
                                line.caseId(),
                                line.serviceUserId(),
                                day,
                                practice,
                                times.teamOn(day),
                                withPerson(fact)));
            }
        }
        return days;
    }

    private static @Nullable Practice practice(CaseEvent event) {
        return switch (event) {
            case ValuesTalkedAbout _ -> Practice.WP1;
            case StrengthsTalkedAbout _ -> Practice.WP2;
            case GoalsTalkedAbout _, GoalSet _, GoalStepPlanned _, GoalReviewed _ -> Practice.WP3;
            default -> null;
        };
    }

    private static boolean withPerson(Fact fact) {
        if (fact.session() == null) {
            return false;
        }
        return switch (fact.session().header().event()) {
            case SessionHeld held ->
                    held.participants().stream()
                            .anyMatch(participant -> participant.party() == Party.SERVICE_USER);
            case OwnEntriesWritten _ -> true;
            default -> false;
        };
    }
}
