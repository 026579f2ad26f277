package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.GOAL;
import static org.refocusrecord.eventlog.contracts.Cast.PERSON;
import static org.refocusrecord.eventlog.contracts.Cast.SISTER;
import static org.refocusrecord.eventlog.contracts.Cast.THAT_VALUE;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER;
import static org.refocusrecord.eventlog.contracts.Cast.entry;
import static org.refocusrecord.eventlog.contracts.Cast.noted;
import static org.refocusrecord.eventlog.contracts.Cast.told;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.Concern;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalActivated;
import org.refocusrecord.events.goal.GoalCancelled;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalCompleted;
import org.refocusrecord.events.goal.GoalConcernRaised;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.goal.GoalPutOnHold;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.goal.HelpWanted;
import org.refocusrecord.events.goal.Orientation;
import org.refocusrecord.events.goal.Whose;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A goal, and what people said of it. */
final class ExampleGoals {

    private ExampleGoals() {}

    static List<Event> all() {
        return Stream.of(statements(), views(), statuses()).flatMap(List::stream).toList();
    }

    private static List<Event> statements() {
        return List.of(
                new GoalVoiced(entry(19), GOAL, told("I want to cook again."), HelpWanted.UNSURE),
                new GoalSet(
                        entry(20),
                        GOAL,
                        told("To cook for my sister on Sundays."),
                        Whose.PERSON,
                        PERSON,
                        List.of(PERSON, WORKER),
                        List.of(
                                new Acceptance(
                                        PERSON,
                                        AcceptanceAnswer.AGREE,
                                        AcceptanceHow.SPOKEN,
                                        told("It is mine.")),
                                new Acceptance(
                                        SISTER,
                                        AcceptanceAnswer.NOT_ASKED,
                                        AcceptanceHow.REPORTED,
                                        null)),
                        Orientation.APPROACH,
                        List.of(THAT_VALUE, Cast.THAT_STRENGTH),
                        5,
                        7,
                        LocalDate.parse("2012-06-14")),
                new GoalChanged(
                        entry(21),
                        GOAL,
                        told("To cook for my sister twice a month."),
                        Whose.SHARED,
                        List.of(THAT_VALUE),
                        LocalDate.parse("2012-09-14"),
                        List.of(PERSON, WORKER),
                        told("Every Sunday was too much.")));
    }

    private static List<Event> views() {
        return List.of(
                new GoalAcceptanceGiven(
                        entry(22),
                        GOAL,
                        SISTER,
                        AcceptanceAnswer.AGREE,
                        AcceptanceHow.SIGNED,
                        noted("The sister wants to come on the first Sunday.")),
                new GoalConcernRaised(
                        entry(23),
                        GOAL,
                        WORKER,
                        Concern.RESOURCES,
                        noted("There is no cooker in the flat."),
                        noted("A grant for a cooker, or the kitchen of the day centre.")),
                new GoalReviewed(
                        entry(24),
                        GOAL,
                        PERSON,
                        GoalProgress.CLOSER,
                        1,
                        told("Twice this month, and once it tasted as it should.")));
    }

    private static List<Event> statuses() {
        return List.of(
                new GoalActivated(
                        entry(25),
                        GOAL,
                        List.of(PERSON),
                        PersonsView.WANTS,
                        told("I am ready to go on.")),
                new GoalPutOnHold(
                        entry(26),
                        GOAL,
                        List.of(PERSON, WORKER),
                        PersonsView.ACCEPTS,
                        noted("Until the move is over.")),
                new GoalCompleted(
                        entry(27),
                        GOAL,
                        List.of(PERSON),
                        PersonsView.WANTS,
                        told("It has become ordinary.")),
                new GoalCancelled(
                        entry(28),
                        GOAL,
                        List.of(PERSON),
                        PersonsView.WANTS,
                        told("I would rather learn to bake.")));
    }
}
