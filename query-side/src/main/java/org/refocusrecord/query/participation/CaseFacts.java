package org.refocusrecord.query.participation;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.query.caseload.CareSpan;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.Days;
import org.refocusrecord.query.record.CareTimes;
import org.refocusrecord.query.record.CaseSummary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What participation needs to know of cases: when they were with a team, and what was done. */
public record CaseFacts(List<Stay> stays, List<PracticeDay> practiceDays) {

    /** No cases. */
    public static final CaseFacts NONE = new CaseFacts(List.of(), List.of());

    /** The facts of several cases. */
    public static CaseFacts of(Collection<Line> lines) {
        List<Stay> stays = new ArrayList<>();
        List<PracticeDay> practiceDays = new ArrayList<>();
        for (Line line : lines) {
            stays.addAll(stays(line));
            practiceDays.addAll(practiceDays(line, CareTimes.of(line)));
        }
        return new CaseFacts(List.copyOf(stays), List.copyOf(practiceDays));
    }

    /** The facts of all of these, in their order. */
    static CaseFacts together(List<CaseFacts> some) {
        return new CaseFacts(
                some.stream().flatMap(each -> each.stays.stream()).toList(),
                some.stream().flatMap(each -> each.practiceDays.stream()).toList());
    }

    private static List<Stay> stays(Line line) {
        List<Stay> stays = new ArrayList<>();
        for (CareSpan span : CareSpan.of(line)) {
            TeamId team = span.teamId();
            if (team != null && span.state() == CaseSummary.State.OPEN) {
                LocalDate to = span.to() == null ? LocalDate.MAX : span.to();
                stays.add(new Stay(line.serviceUserId(), team, new Days(span.from(), to)));
            }
        }
        return stays;
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
