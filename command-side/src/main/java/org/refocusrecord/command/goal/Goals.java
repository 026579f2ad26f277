package org.refocusrecord.command.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.Bearing.Collecting;
import org.refocusrecord.command.Bearing.Manner;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.Naming;
import org.refocusrecord.command.OwnDoor;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Rule;
import org.refocusrecord.command.Speaking;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalConcernRaised;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStatusStated;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalStepStatusStated;
import org.refocusrecord.events.goal.GoalVoiced;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules of goals and steps. A goal may be voiced long before anybody sets it. Statuses are
 * statements: saying again that a step is done is no error, because workers report the same visit
 * from two devices.
 */
public final class Goals {

    private Goals() {}

    /** What an entry about goals brings and names. */
    public static Bearing bearing(GoalEvent event) {
        Collecting tie = Bearing.of();
        return switch (event) {
            case GoalVoiced e ->
                    tie.brings("/goalId", ItemKind.GOAL, e.goalId(), Manner.VOICED).done();
            case GoalSet e ->
                    tie.brings("/goalId", ItemKind.GOAL, e.goalId(), Manner.SET)
                            .arisesFrom(e.arisesFrom())
                            .done();
            case GoalChanged e -> about(tie, e.goalId()).arisesFrom(e.arisesFrom()).done();
            case GoalAcceptanceGiven e -> about(tie, e.goalId()).done();
            case GoalConcernRaised e -> about(tie, e.goalId()).done();
            case GoalStatusStated e -> about(tie, e.goalId()).done();
            case GoalReviewed e -> about(tie, e.goalId()).done();
            case GoalStepPlanned e ->
                    about(tie, e.goalId())
                            .brings("/stepId", ItemKind.STEP, e.stepId())
                            .arisesFrom(e.arisesFrom())
                            .done();
            case GoalStepChanged e ->
                    tie.names("/stepId", ItemKind.STEP, e.stepId())
                            .arisesFrom(e.arisesFrom())
                            .done();
            case GoalStepStatusStated e -> tie.names("/stepId", ItemKind.STEP, e.stepId()).done();
        };
    }

    private static Collecting about(Collecting tie, GoalId goal) {
        return tie.names("/goalId", ItemKind.GOAL, goal);
    }

    /** What speaks against an entry about goals, apart from what it names. */
    public static List<Refusal> refusals(GoalEvent event, Speaking speaking) {
        return switch (event) {
            case GoalSet e -> set(e, speaking);
            case GoalAcceptanceGiven e -> {
                List<Refusal> refusals =
                        new ArrayList<>(OwnDoor.only(speaking, "/party", e.party()));
                refusals.addAll(ownAct("/how", e.how(), speaking));
                yield refusals;
            }
            case GoalConcernRaised e -> OwnDoor.only(speaking, "/by", e.by());
            case GoalReviewed e -> reviewed(e, speaking);
            case GoalChanged e -> itself("/arisesFrom", e.goalId(), e.arisesFrom());
            case GoalStepPlanned e -> OwnDoor.only(speaking, "/responsible", e.responsible());
            case GoalVoiced _ -> List.of();
            case GoalStatusStated _ -> List.of();
            case GoalStepChanged _ -> List.of();
            case GoalStepStatusStated _ -> List.of();
        };
    }

    private static List<Refusal> set(GoalSet goal, Speaking speaking) {
        List<Refusal> refusals =
                new ArrayList<>(OwnDoor.only(speaking, "/proposedBy", goal.proposedBy()));
        refusals.addAll(OwnDoor.only(speaking, "/setBy", goal.setBy()));
        List<Acceptance> answers = goal.acceptance() == null ? List.of() : goal.acceptance();
        for (int index = 0; index < answers.size(); index++) {
            Acceptance answer = answers.get(index);
            String pointer = "/acceptance/" + index;
            refusals.addAll(OwnDoor.only(speaking, pointer + "/party", answer.party()));
            refusals.addAll(ownAct(pointer + "/how", answer.how(), speaking));
        }
        List<Person> parties = answers.stream().map(Acceptance::party).toList();
        refusals.addAll(Naming.twice("/acceptance", "/party", parties));
        refusals.addAll(itself("/arisesFrom", goal.goalId(), goal.arisesFrom()));
        return refusals;
    }

    private static List<Refusal> itself(
            String pointer, GoalId goal, @Nullable List<ItemId> sources) {
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; sources != null && index < sources.size(); index++) {
            if (sources.get(index).value().equals(goal.value())) {
                refusals.add(new Refusal.ReferenceWrongKind(pointer + "/" + index, goal.value()));
            }
        }
        return refusals;
    }

    /** By the own door every act is one's own, and nobody else may be named there. */
    private static List<Refusal> ownAct(
            String pointer, @Nullable AcceptanceHow how, Speaking speaking) {
        return how == AcceptanceHow.OWN_ACT && !speaking.ownDoor()
                ? List.of(Rule.ACCEPTANCE_NOT_OWN_ACT.at(pointer))
                : List.of();
    }

    private static List<Refusal> reviewed(GoalReviewed review, Speaking speaking) {
        List<Refusal> refusals =
                new ArrayList<>(OwnDoor.only(speaking, "/accordingTo", review.accordingTo()));
        if (review.attainment() != null && !review.accordingTo().equals(speaking.person())) {
            refusals.add(Rule.ATTAINMENT_NOT_OWN.at("/attainment"));
        }
        return refusals;
    }
}
