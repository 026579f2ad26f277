package org.refocusrecord.query.responsibility;

import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.query.audittrail.GoalTrail;
import org.refocusrecord.query.audittrail.GoalTrails;
import org.refocusrecord.query.careplan.GoalState;
import org.refocusrecord.query.careplan.GoalStatus;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.responsibility.Responsibility.Kind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something that was begun, and by whom: a goal when it was set, a step or action when it was
 * planned.
 *
 * @param people who set the goal; who was responsible first
 * @param at its place on the line
 * @param on the day of that
 * @param agreed whether the service user has agreed to the goal since, or when it was set
 * @param done whether it has come to its end as done: a goal that is completed
 */
public record Begun(List<Person> people, Instant at, LocalDate on, boolean agreed, boolean done) {

    /** What is counted. */
    public enum What {
        GOALS,
        STEPS,
        ACTIONS
    }

    /** All of a kind that a line tells of. */
    public static List<Begun> of(Line line, What what) {
        return switch (what) {
            case GOALS ->
                    GoalTrails.of(line).stream()
                            .filter(goal -> goal.state() == GoalState.SET)
                            .map(goal -> goal(goal, line))
                            .toList();
            case STEPS -> planned(line, Kind.STEP);
            case ACTIONS -> planned(line, Kind.ACTION);
        };
    }

    private static Begun goal(GoalTrail goal, Line line) {
        return new Begun(
                goal.setBy(),
                goal.at(),
                LocalDate.ofInstant(goal.at(), line.zone()),
                goal.acceptance().stream()
                        .anyMatch(given ->
                                given.party().party() == Party.SERVICE_USER
                                        && given.answer() == AcceptanceAnswer.AGREE),
                goal.status() == GoalStatus.COMPLETED);
    }

    private static List<Begun> planned(Line line, Kind kind) {
        return Responsibilities.of(line).stream()
                .filter(each -> each.kind() == kind)
                .map(each ->
                        new Begun(
                                each.first(),
                                each.plannedAt(),
                                each.plannedOn(),
                                false,
                                each.doneAt() != null))
                .toList();
    }

    /** Each party once. */
    public Set<Party> parties() {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        people.forEach(person -> parties.add(person.party()));
        return parties;
    }
}
