package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.GOAL;
import static org.refocusrecord.eventlog.contracts.Cast.PERSON;
import static org.refocusrecord.eventlog.contracts.Cast.STEP;
import static org.refocusrecord.eventlog.contracts.Cast.THAT_STRENGTH;
import static org.refocusrecord.eventlog.contracts.Cast.THAT_VALUE;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER;
import static org.refocusrecord.eventlog.contracts.Cast.entry;
import static org.refocusrecord.eventlog.contracts.Cast.noted;
import static org.refocusrecord.eventlog.contracts.Cast.told;

import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.goal.DrawsOn;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepLetGo;
import org.refocusrecord.events.goal.GoalStepNotDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalStepStarted;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Steps towards a goal, and actions outside any goal. */
final class ExampleSteps {

    private static final ActionId ACTION = ActionId.of(Cast.id("f", 7));
    private static final ItemId THAT_PREFERENCE = ItemId.of(Cast.PREFERENCE.toString());

    private ExampleSteps() {}

    static List<Event> all() {
        return Stream.of(plans(), statuses(), actions()).flatMap(List::stream).toList();
    }

    private static List<Event> plans() {
        return List.of(
                new GoalStepPlanned(
                        entry(29),
                        GOAL,
                        STEP,
                        told("Buy a pan and cook one dish from home."),
                        List.of(PERSON, WORKER),
                        Focus.DAILY_LIVING,
                        Because.PERSONS_GOAL,
                        PersonsView.WANTS,
                        List.of(THAT_STRENGTH),
                        List.of(DrawsOn.FAMILY_AND_FRIENDS),
                        LocalDate.parse("2012-04-01")),
                new GoalStepChanged(
                        entry(30),
                        STEP,
                        told("Borrow a pan and cook one dish from home."),
                        List.of(PERSON),
                        Focus.SOCIAL_LEISURE,
                        Because.PREFERENCE,
                        PersonsView.WANTS,
                        List.of(THAT_STRENGTH, THAT_VALUE),
                        List.of(DrawsOn.COMMUNITY_GROUP),
                        LocalDate.parse("2012-04-15"),
                        List.of(PERSON, WORKER),
                        told("A neighbour has a spare one.")));
    }

    private static List<Event> statuses() {
        return List.of(
                new GoalStepStarted(
                        entry(31),
                        STEP,
                        List.of(PERSON),
                        List.of(PERSON),
                        PersonsView.WANTS,
                        LocalDate.parse("2012-04-02"),
                        told("I have asked the neighbour.")),
                new GoalStepDone(
                        entry(32),
                        STEP,
                        List.of(PERSON),
                        List.of(PERSON, WORKER),
                        PersonsView.WANTS,
                        LocalDate.parse("2012-04-08"),
                        told("Rice and peas, for two.")),
                new GoalStepNotDone(
                        entry(33),
                        STEP,
                        List.of(WORKER),
                        List.of(WORKER),
                        PersonsView.OBJECTS,
                        LocalDate.parse("2012-04-08"),
                        noted("The form for the grant was not sent.")),
                new GoalStepLetGo(
                        entry(34),
                        STEP,
                        List.of(PERSON),
                        List.of(PERSON),
                        PersonsView.LEAVES_TO_STAFF,
                        LocalDate.parse("2012-04-20"),
                        told("Another way turned up.")));
    }

    private static List<Event> actions() {
        return List.of(
                new CareActionAdded(
                        entry(35),
                        ACTION,
                        noted("Blood test every three months."),
                        List.of(WORKER),
                        Focus.PHYSICAL_HEALTH,
                        List.of(THAT_PREFERENCE),
                        Because.CLINICAL,
                        PersonsView.ACCEPTS),
                new CareActionChanged(
                        entry(36),
                        ACTION,
                        noted("Blood test every six months."),
                        List.of(WORKER, PERSON),
                        Focus.MEDICATION,
                        List.of(THAT_PREFERENCE),
                        Because.PREFERENCE,
                        PersonsView.WANTS,
                        List.of(PERSON, WORKER),
                        told("I asked for fewer.")),
                new CareActionRemoved(
                        entry(37),
                        ACTION,
                        ActionOutcome.NO_LONGER_NEEDED,
                        List.of(WORKER),
                        List.of(PERSON, WORKER),
                        PersonsView.WANTS,
                        noted("The tablets were stopped.")));
    }
}
