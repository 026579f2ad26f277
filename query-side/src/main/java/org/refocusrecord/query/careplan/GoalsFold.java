package org.refocusrecord.query.careplan;

import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.Acceptance;
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
import org.refocusrecord.query.history.Fact;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The goals of one person and the steps towards them. */
final class GoalsFold {

    private final Include include;
    private final Items<GoalFold> goals;
    private final Items<StepFold> steps;

    GoalsFold(Include include) {
        this.include = include;
        this.goals = new Items<>(include);
        this.steps = new Items<>(include);
    }

    void bring(GoalEvent event, Fact fact) {
        switch (event) {
            case GoalVoiced voiced -> bring(fact, voiced.goalId(), voiced.statement());
            case GoalSet set -> bring(fact, set.goalId(), set.statement());
            case GoalStepPlanned planned ->
                    steps.bring(fact, planned.stepId(), trace -> new StepFold(trace, planned));
            default -> {}
        }
    }

    private void bring(Fact fact, GoalId id, Words statement) {
        goals.bring(fact, id, trace -> new GoalFold(trace, id, statement, include));
    }

    void after(GoalEvent event, Fact fact) {
        switch (event) {
            case GoalVoiced voiced -> goal(fact, voiced.goalId(), goal -> goal.after(voiced));
            case GoalSet set -> goal(fact, set.goalId(), goal -> goal.after(set, fact));
            case GoalChanged changed -> goal(fact, changed.goalId(), goal -> goal.after(changed));
            case GoalStatusStated stated -> goal(fact, stated.goalId(), goal -> goal.after(stated));
            case GoalAcceptanceGiven given ->
                    goal(fact, given.goalId(), goal -> goal.answered(answer(given), fact));
            case GoalReviewed reviewed -> {
                goals.madeBy(fact, reviewed.goalId());
                beside(fact, reviewed.goalId(), goal -> goal.after(reviewed, fact));
            }
            case GoalConcernRaised raised ->
                    beside(fact, raised.goalId(), goal -> goal.after(raised, fact));
            case GoalStepPlanned planned -> {
                goals.named(fact, planned.goalId());
                steps.madeBy(fact, planned.stepId());
            }
            case GoalStepChanged changed ->
                    step(fact, changed.stepId(), step -> step.after(changed));
            case GoalStepStatusStated stated ->
                    step(fact, stated.stepId(), step -> step.after(stated));
        }
    }

    private static Acceptance answer(GoalAcceptanceGiven given) {
        return new Acceptance(given.party(), given.answer(), given.how(), given.reason());
    }

    private void goal(Fact fact, Id id, Consumer<GoalFold> change) {
        GoalFold goal = goals.madeBy(fact, id);
        if (goal != null) {
            change.accept(goal);
        }
    }

    private void step(Fact fact, Id id, Consumer<StepFold> change) {
        StepFold step = steps.madeBy(fact, id);
        if (step != null) {
            change.accept(step);
        }
    }

    /** What stands beside a goal is shown with it even where it is in error itself. */
    private void beside(Fact fact, Id id, Consumer<GoalFold> said) {
        GoalFold goal = goals.named(fact, id);
        if (goal != null) {
            said.accept(goal);
        }
    }

    List<PlanGoal> goals() {
        Map<GoalId, List<PlanStep>> byGoal =
                steps.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        StepFold::goalId,
                                        Collectors.mapping(StepFold::view, Collectors.toList())));
        return goals.shown(goal ->
                goal.view(Items.shown(byGoal.getOrDefault(goal.goalId(), List.of()), include)));
    }
}
