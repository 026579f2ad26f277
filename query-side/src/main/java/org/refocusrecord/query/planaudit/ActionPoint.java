package org.refocusrecord.query.planaudit;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.query.careplan.PlanAction;
import org.refocusrecord.query.careplan.PlanGoal;
import org.refocusrecord.query.careplan.PlanStep;
import org.refocusrecord.query.careplan.StepStatus;
import org.refocusrecord.query.history.Evidence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something that a plan says is to be done: a step of a goal, or a care action.
 *
 * @param id the step or the action
 * @param goalId the goal of a step
 * @param responsible who is to do it
 * @param status of a step
 * @param added what brought it
 * @param changed what made it last what it is
 */
public record ActionPoint(
        Kind kind,
        String id,
        @Nullable GoalId goalId,
        @Nullable Focus focus,
        List<Person> responsible,
        @Nullable StepStatus status,
        @Nullable Because because,
        @Nullable PersonsView personsView,
        Evidence added,
        Evidence changed) {

    /** What it is. */
    public enum Kind {
        STEP,
        ACTION
    }

    static ActionPoint of(PlanGoal goal, PlanStep step) {
        return new ActionPoint(
                Kind.STEP,
                step.stepId().toString(),
                goal.goalId(),
                step.focus(),
                step.responsible(),
                step.status(),
                step.because(),
                step.personsView(),
                step.trail().evidence(),
                step.trail().lastChange());
    }

    static ActionPoint of(PlanAction action) {
        return new ActionPoint(
                Kind.ACTION,
                action.actionId().toString(),
                null,
                action.focus(),
                action.responsible(),
                null,
                action.because(),
                action.personsView(),
                action.trail().evidence(),
                action.trail().lastChange());
    }

    /** Each party once. */
    public Set<Party> parties() {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        responsible.forEach(person -> parties.add(person.party()));
        return parties;
    }

    /** In what it is another than it was. */
    List<String> changedSince(ActionPoint before) {
        List<String> changed = new ArrayList<>();
        if (!Set.copyOf(responsible).equals(Set.copyOf(before.responsible))) {
            changed.add("responsible");
        }
        if (focus != before.focus) {
            changed.add("focus");
        }
        if (status != before.status) {
            changed.add("status");
        }
        if (because != before.because) {
            changed.add("because");
        }
        if (!Objects.equals(personsView, before.personsView)) {
            changed.add("personsView");
        }
        return changed;
    }
}
