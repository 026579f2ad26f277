package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Sayings.words;

import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.Concern;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalConcernRaised;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.goal.GoalPutOnHold;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.goal.Whose;

import java.util.Arrays;
import java.util.List;

/** Entries about goals and steps, as they are sent. Goals and steps go by their names. */
public final class Goals {

    private Goals() {}

    /** The id of a goal. */
    public static GoalId goal(String name) {
        return new GoalId(id("goal " + name));
    }

    /** The id of a step. */
    public static StepId step(String name) {
        return new StepId(id("step " + name));
    }

    /** The id of an entry. */
    public static EntryId entry(String name) {
        return new EntryId(id("entry " + name));
    }

    /** A goal was voiced. */
    public static GoalVoiced goalVoiced(String name) {
        return new GoalVoiced(entry("voiced " + name), goal(name), words(name), null);
    }

    /** A goal was set by both, on the person's proposal; it arises from these. */
    public static GoalSet goalSet(String name, ItemId... sources) {
        return new GoalSet(
                entry("set " + name),
                goal(name),
                words(name),
                Whose.PERSON,
                THE_PERSON,
                List.of(THE_PERSON, THE_WORKER),
                null,
                null,
                sources.length == 0 ? null : List.copyOf(Arrays.asList(sources)),
                null,
                null,
                null);
    }

    /** Somebody's answer to a goal that is set. */
    public static Acceptance agreed(Person who) {
        return new Acceptance(who, AcceptanceAnswer.AGREE, AcceptanceHow.SPOKEN, null);
    }

    /** What a goal says was changed. */
    public static GoalChanged goalChanged(String name) {
        return new GoalChanged(
                entry("changed " + name),
                goal(name),
                words("rather " + name),
                null,
                null,
                null,
                List.of(THE_PERSON),
                null);
    }

    /** Somebody agreed to a goal. */
    public static GoalAcceptanceGiven accepted(String name, Person who) {
        return new GoalAcceptanceGiven(
                entry("accepted " + name), goal(name), who, AcceptanceAnswer.AGREE, null, null);
    }

    /** Somebody has a concern. */
    public static GoalConcernRaised concern(String name, Person who) {
        return new GoalConcernRaised(
                entry("concern " + name), goal(name), who, Concern.RISK, words("careful"), null);
    }

    /** A goal was put on hold. */
    public static GoalPutOnHold putOnHold(String name) {
        return new GoalPutOnHold(
                entry("on hold " + name), goal(name), List.of(THE_PERSON), null, null);
    }

    /** A goal was reviewed. */
    public static GoalReviewed reviewed(String name, Person accordingTo) {
        return new GoalReviewed(
                entry("reviewed " + name),
                goal(name),
                accordingTo,
                GoalProgress.CLOSER,
                null,
                null);
    }

    /** A step was planned. */
    public static GoalStepPlanned stepPlanned(String goal, String step) {
        return new GoalStepPlanned(
                entry("planned " + step),
                goal(goal),
                step(step),
                words(step),
                List.of(THE_PERSON),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A step was changed. */
    public static GoalStepChanged stepChanged(String step) {
        return new GoalStepChanged(
                entry("changed " + step),
                step(step),
                words("rather " + step),
                List.of(THE_WORKER),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(THE_PERSON, THE_WORKER),
                null);
    }

    /** A step was done. */
    public static GoalStepDone stepDone(String step) {
        return new GoalStepDone(entry("done " + step), step(step), null, null, null, null, null);
    }
}
