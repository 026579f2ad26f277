package org.refocusrecord.command.session;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.step;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Practices.action;
import static org.refocusrecord.command.example.Practices.actionAdded;
import static org.refocusrecord.command.example.Practices.agreed;
import static org.refocusrecord.command.example.Practices.aspirationTold;
import static org.refocusrecord.command.example.Practices.contract;
import static org.refocusrecord.command.example.Practices.goalsTalkedAbout;
import static org.refocusrecord.command.example.Practices.newTerms;
import static org.refocusrecord.command.example.Practices.noticed;
import static org.refocusrecord.command.example.Practices.preferenceTold;
import static org.refocusrecord.command.example.Practices.strength;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueChanged;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;
import static org.refocusrecord.command.example.Ratings.account;
import static org.refocusrecord.command.example.Ratings.experience;
import static org.refocusrecord.command.example.Ratings.measured;
import static org.refocusrecord.command.example.Ratings.rated;
import static org.refocusrecord.command.example.Sayings.words;

import org.refocusrecord.command.example.Goals;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.coaching.CoachingContractReviewed;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.goal.GoalActivated;
import org.refocusrecord.events.goal.GoalCancelled;
import org.refocusrecord.events.goal.GoalCompleted;
import org.refocusrecord.events.goal.GoalStepLetGo;
import org.refocusrecord.events.goal.GoalStepNotDone;
import org.refocusrecord.events.goal.GoalStepStarted;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.workingpractice.AspirationChanged;
import org.refocusrecord.events.workingpractice.AspirationWithdrawn;
import org.refocusrecord.events.workingpractice.OfferResponse;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.PracticeOffered;
import org.refocusrecord.events.workingpractice.PreferenceAnswer;
import org.refocusrecord.events.workingpractice.PreferenceAnswered;
import org.refocusrecord.events.workingpractice.PreferenceChanged;
import org.refocusrecord.events.workingpractice.PreferenceTold;
import org.refocusrecord.events.workingpractice.PreferenceWithdrawn;
import org.refocusrecord.events.workingpractice.StrengthChanged;
import org.refocusrecord.events.workingpractice.StrengthWithdrawn;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.ValueWithdrawn;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.ArrayList;
import java.util.List;

/** One long meeting in which everything happens that can be an entry. */
final class EveryKind {

    private static final List<Person> BOTH = List.of(THE_PERSON, THE_WORKER);
    private static final List<Person> WORKER = List.of(THE_WORKER);

    private EveryKind() {}

    static Entry[] entries() {
        List<Entry> all = new ArrayList<>();
        all.addAll(conversations());
        all.addAll(told());
        all.addAll(goals());
        all.addAll(steps());
        all.addAll(actionsAndCoaching());
        all.addAll(ratings());
        return all.toArray(Entry[]::new);
    }

    private static List<Entry> conversations() {
        ValuesTalkedAbout values = but(valuesTalkedAbout("family", "faith"), "with", WORKER);
        StrengthsTalkedAbout strengths =
                new StrengthsTalkedAbout(
                        entry("strengths"),
                        null,
                        null,
                        WORKER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        null,
                        null);
        return List.of(
                new PracticeOffered(
                        entry("offered"), Practice.WP1, THE_WORKER, OfferResponse.TAKEN_UP, null),
                values,
                strengths,
                but(goalsTalkedAbout(goal("run")), "with", WORKER));
    }

    private static List<Entry> told() {
        PreferenceTold preference = preferenceTold("evenings");
        var aspiration = aspirationTold("travel");
        return List.of(
                valueTold("calm"),
                valueChanged("calm"),
                new ValueWithdrawn(entry("withdrawn calm"), value("calm"), words("past")),
                preference,
                new PreferenceChanged(
                        entry("changed evenings"),
                        preference.preferenceId(),
                        words("mornings"),
                        null),
                new PreferenceAnswered(
                        entry("answered evenings"),
                        preference.preferenceId(),
                        PreferenceAnswer.PARTLY,
                        THE_WORKER,
                        null),
                new PreferenceWithdrawn(
                        entry("withdrawn evenings"), preference.preferenceId(), null),
                noticed("humour", THE_WORKER),
                new StrengthChanged(
                        entry("changed humour"), strength("humour"), words("wit"), null),
                new StrengthWithdrawn(entry("withdrawn humour"), strength("humour"), null),
                aspiration,
                new AspirationChanged(
                        entry("changed travel"), aspiration.aspirationId(), words("move"), null),
                new AspirationWithdrawn(
                        entry("withdrawn travel"), aspiration.aspirationId(), null));
    }

    private static List<Entry> goals() {
        return List.of(
                goalVoiced("sing"),
                goalSet("run"),
                Goals.goalChanged("run"),
                Goals.accepted("run", THE_PERSON),
                Goals.concern("run", THE_WORKER),
                Goals.putOnHold("run"),
                new GoalActivated(entry("active"), goal("run"), BOTH, null, null),
                new GoalCompleted(entry("completed"), goal("run"), BOTH, null, null),
                new GoalCancelled(entry("cancelled"), goal("run"), BOTH, null, words("done")),
                Goals.reviewed("run", THE_PERSON));
    }

    private static List<Entry> steps() {
        return List.of(
                stepPlanned("sing", "choir"),
                Goals.stepChanged("choir"),
                new GoalStepStarted(entry("started"), step("choir"), BOTH, null, null, null, null),
                Goals.stepDone("choir"),
                new GoalStepNotDone(
                        entry("not done"), step("choir"), null, null, null, null, words("rain")),
                new GoalStepLetGo(entry("let go"), step("choir"), null, BOTH, null, null, null));
    }

    private static List<Entry> actionsAndCoaching() {
        return List.of(
                actionAdded("letter"),
                new CareActionChanged(
                        entry("changed letter"),
                        action("letter"),
                        words("call"),
                        BOTH,
                        null,
                        null,
                        null,
                        null,
                        WORKER,
                        null),
                new CareActionRemoved(
                        entry("removed letter"), action("letter"), null, null, BOTH, null, null),
                agreed("coach", THE_WORKER),
                newTerms("coach", THE_PERSON, THE_WORKER),
                new CoachingContractReviewed(
                        entry("reviewed coach"), contract("coach"), THE_PERSON, words("good")),
                new CoachingConversationHeld(
                        entry("coached"),
                        contract("coach"),
                        WORKER,
                        null,
                        null,
                        null,
                        words("walk"),
                        30,
                        THE_WORKER),
                new CoachingContractEnded(entry("ended"), contract("coach"), THE_PERSON));
    }

    private static List<Entry> ratings() {
        return List.of(
                rated("first", THE_WORKER),
                but(measured("mood", "QPR", THE_PERSON), "version", "15"),
                experience("walk", entry("values")),
                account("mine", null));
    }
}
