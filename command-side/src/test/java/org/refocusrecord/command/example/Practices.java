package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Sayings.words;

import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractAmended;
import org.refocusrecord.events.workingpractice.Approach;
import org.refocusrecord.events.workingpractice.AspirationTold;
import org.refocusrecord.events.workingpractice.GoalPhase;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.PreferenceTold;
import org.refocusrecord.events.workingpractice.StrengthNoticed;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValueChanged;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.Arrays;
import java.util.List;

/** Entries of the working practices, of coaching and of care actions, as they are sent. */
public final class Practices {

    private Practices() {}

    /** The id of a value. */
    public static ValueId value(String name) {
        return new ValueId(id("value " + name));
    }

    /** The id of a strength. */
    public static StrengthId strength(String name) {
        return new StrengthId(id("strength " + name));
    }

    /** The id of an action. */
    public static ActionId action(String name) {
        return new ActionId(id("action " + name));
    }

    /** The id of a contract. */
    public static ContractId contract(String name) {
        return new ContractId(id("contract " + name));
    }

    /** An item as something that others arise from. */
    public static ItemId source(Id item) {
        return new ItemId(item.value());
    }

    /** A value was told. */
    public static ValueTold valueTold(String name) {
        return new ValueTold(entry("told " + name), value(name), null, words(name));
    }

    /** A value reads otherwise now. */
    public static ValueChanged valueChanged(String name) {
        return new ValueChanged(
                entry("changed " + name), value(name), words("rather " + name), null);
    }

    /** A preference was told. */
    public static PreferenceTold preferenceTold(String name) {
        return new PreferenceTold(
                entry("told " + name),
                new PreferenceId(id("preference " + name)),
                null,
                null,
                words(name));
    }

    /** An aspiration was told. */
    public static AspirationTold aspirationTold(String name) {
        return new AspirationTold(
                entry("told " + name),
                new AspirationId(id("aspiration " + name)),
                null,
                words(name));
    }

    /** Somebody noticed a strength. */
    public static StrengthNoticed noticed(String name, Person by) {
        return new StrengthNoticed(
                entry("noticed " + name + by), strength(name), by, words(name), null, null, null);
    }

    /** Values were talked about, and these came of it. */
    public static ValuesTalkedAbout valuesTalkedAbout(String... names) {
        List<Value> values =
                Arrays.stream(names)
                        .map(name -> new Value(value(name), null, words(name)))
                        .toList();
        return new ValuesTalkedAbout(
                entry("values"),
                List.of(Approach.CONVERSATIONAL),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                values,
                null);
    }

    /** Goals were talked about. */
    public static GoalsTalkedAbout goalsTalkedAbout(GoalId... goals) {
        return new GoalsTalkedAbout(
                entry("goals"),
                GoalPhase.IDENTIFY_GOALS,
                List.copyOf(Arrays.asList(goals)),
                null,
                null,
                null,
                null);
    }

    /** An action was added. */
    public static CareActionAdded actionAdded(String name) {
        return new CareActionAdded(
                entry("added " + name),
                action(name),
                words(name),
                List.of(THE_WORKER),
                Focus.OTHER,
                null,
                null,
                null);
    }

    /** The person and a worker agreed on coaching. */
    public static CoachingContractAgreed agreed(String name, Person worker) {
        return new CoachingContractAgreed(
                entry("agreed " + name),
                contract(name),
                worker,
                words(name),
                List.of(THE_PERSON, worker),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A contract has new terms. */
    public static CoachingContractAmended newTerms(String name, Person... agreedBy) {
        return new CoachingContractAmended(
                entry("amended " + name),
                contract(name),
                words("rather " + name),
                List.copyOf(Arrays.asList(agreedBy)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
