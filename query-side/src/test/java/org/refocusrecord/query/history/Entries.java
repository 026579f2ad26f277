package org.refocusrecord.query.history;

import static org.refocusrecord.query.history.CaseStory.said;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.RatingId;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalCancelled;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.goal.GoalPutOnHold;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RelationshipInstrument;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.workingpractice.StrengthNoticed;
import org.refocusrecord.events.workingpractice.ValueChanged;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValueWithdrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Entries, as short as they can be said; the first number is that of the entry. */
public final class Entries {

    private Entries() {}

    public static EntryId entry(int n) {
        return new EntryId(new UUID(10, n));
    }

    public static ValueId value(int n) {
        return new ValueId(new UUID(11, n));
    }

    public static GoalId goal(int n) {
        return new GoalId(new UUID(12, n));
    }

    public static StepId step(int n) {
        return new StepId(new UUID(13, n));
    }

    public static ActionId action(int n) {
        return new ActionId(new UUID(14, n));
    }

    public static ContractId contract(int n) {
        return new ContractId(new UUID(15, n));
    }

    public static StrengthId strength(int n) {
        return new StrengthId(new UUID(16, n));
    }

    public static ValueTold valueTold(int entry, int value, String statement) {
        return valueTold(entry, value, said(statement));
    }

    public static ValueTold valueTold(int entry, int value, Words statement) {
        return new ValueTold(entry(entry), value(value), null, statement);
    }

    public static ValueChanged valueChanged(int entry, int value, String statement) {
        return new ValueChanged(entry(entry), value(value), said(statement), null);
    }

    public static ValueWithdrawn valueWithdrawn(int entry, int value) {
        return new ValueWithdrawn(entry(entry), value(value), null);
    }

    public static StrengthNoticed strengthNoticed(int entry, int strength, Person by, String what) {
        return new StrengthNoticed(
                entry(entry), strength(strength), by, said(what), null, null, null);
    }

    public static GoalVoiced goalVoiced(int entry, int goal, String statement) {
        return new GoalVoiced(entry(entry), goal(goal), said(statement), null);
    }

    public static GoalSet goalSet(int entry, int goal, String statement, Person... setBy) {
        return goalSet(entry, goal, said(statement), null, List.of(setBy));
    }

    public static GoalSet goalSet(
            int entry,
            int goal,
            Words statement,
            @Nullable List<Acceptance> acceptance,
            List<Person> setBy) {
        return new GoalSet(
                entry(entry),
                goal(goal),
                statement,
                Whose.PERSON,
                setBy.getFirst(),
                setBy,
                acceptance,
                null,
                null,
                null,
                null,
                null);
    }

    public static GoalSet goalSetFrom(int entry, int goal, String statement, ItemId... from) {
        return new GoalSet(
                entry(entry),
                goal(goal),
                said(statement),
                Whose.PERSON,
                CaseStory.PERSON,
                List.of(CaseStory.PERSON),
                null,
                null,
                List.of(from),
                null,
                null,
                null);
    }

    public static Acceptance acceptance(Person party, AcceptanceAnswer answer) {
        return new Acceptance(party, answer, null, null);
    }

    public static GoalAcceptanceGiven ownAnswer(int entry, int goal, AcceptanceAnswer answer) {
        return new GoalAcceptanceGiven(
                entry(entry), goal(goal), CaseStory.PERSON, answer, AcceptanceHow.OWN_ACT, null);
    }

    public static GoalChanged goalChanged(int entry, int goal, String statement) {
        return new GoalChanged(
                entry(entry),
                goal(goal),
                said(statement),
                null,
                null,
                null,
                List.of(CaseStory.PERSON),
                null);
    }

    public static GoalPutOnHold goalPutOnHold(int entry, int goal) {
        return new GoalPutOnHold(entry(entry), goal(goal), List.of(CaseStory.WORKER), null, null);
    }

    public static GoalCancelled goalCancelled(int entry, int goal) {
        return new GoalCancelled(entry(entry), goal(goal), List.of(CaseStory.PERSON), null, null);
    }

    public static GoalReviewed goalReviewed(int entry, int goal, GoalProgress progress) {
        return new GoalReviewed(entry(entry), goal(goal), CaseStory.PERSON, progress, null, null);
    }

    public static GoalStepPlanned stepPlanned(int entry, int goal, int step, Person... by) {
        return new GoalStepPlanned(
                entry(entry),
                goal(goal),
                step(step),
                said("step " + step),
                List.of(by),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static GoalStepChanged stepMovedTo(int entry, int step, Person... responsible) {
        return new GoalStepChanged(
                entry(entry),
                step(step),
                null,
                List.of(responsible),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(CaseStory.PERSON, CaseStory.WORKER),
                null);
    }

    public static GoalStepDone stepDone(
            int entry, int step, @Nullable LocalDate on, Person... doneBy) {
        return new GoalStepDone(
                entry(entry),
                step(step),
                doneBy.length == 0 ? null : List.of(doneBy),
                null,
                null,
                on,
                null);
    }

    public static CareActionAdded actionAdded(int entry, int action, Person... responsible) {
        return new CareActionAdded(
                entry(entry),
                action(action),
                said("action " + action),
                List.of(responsible),
                Focus.MEDICATION,
                null,
                null,
                null);
    }

    public static CareActionRemoved actionRemoved(int entry, int action, ActionOutcome outcome) {
        return new CareActionRemoved(
                entry(entry), action(action), outcome, null, List.of(CaseStory.WORKER), null, null);
    }

    public static CoachingContractAgreed contractAgreed(int entry, int contract, Person worker) {
        return new CoachingContractAgreed(
                entry(entry),
                contract(contract),
                worker,
                said("contract " + contract),
                List.of(CaseStory.PERSON, worker),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static CoachingContractEnded contractEnded(int entry, int contract) {
        return new CoachingContractEnded(entry(entry), contract(contract), CaseStory.PERSON);
    }

    public static RelationshipRated rated(int entry, int rating, Answers answers) {
        return new RelationshipRated(
                entry(entry),
                new RatingId(new UUID(17, rating)),
                RelationshipInstrument.BRIEF_INSPIRE,
                "1",
                CaseStory.WORKER,
                null,
                null,
                false,
                answers);
    }

    public static MeasureAnswered answered(
            int entry, int measure, String code, Answers.Given answers) {
        return new MeasureAnswered(
                entry(entry),
                new MeasureId(new UUID(18, measure)),
                code,
                null,
                CaseStory.PERSON,
                null,
                null,
                answers);
    }
}
