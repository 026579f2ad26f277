package org.refocusrecord.query.audittrail;

import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.careplan.PlanGoal;
import org.refocusrecord.query.careplan.PlanGoals;
import org.refocusrecord.query.careplan.PlanStep;
import org.refocusrecord.query.history.Evidence;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Follows the goals of one case: who set them, and who was responsible for their steps. */
public final class GoalTrails {

    private final Map<GoalId, Evidence> set = new HashMap<>();
    private final Map<GoalId, Evidence> voiced = new HashMap<>();
    private final Map<StepId, List<Person>> planned = new HashMap<>();
    private final Map<StepId, List<Person>> responsible = new HashMap<>();
    private final Map<StepId, List<ResponsibilityChange>> changes = new HashMap<>();

    private GoalTrails() {}

    /** The goals of a case, as the line tells them. */
    public static List<GoalTrail> of(Line line) {
        GoalTrails trails = new GoalTrails();
        List<Fact> live = line.live();
        live.forEach(trails::bring);
        live.forEach(trails::after);
        return PlanGoals.of(line, Include.LIVE).stream()
                .map(goal -> trails.trail(line, goal))
                .toList();
    }

    private void bring(Fact fact) {
        switch (fact.event()) {
            case GoalVoiced goal -> voiced.putIfAbsent(goal.goalId(), fact.evidence());
            case GoalSet goal -> set.putIfAbsent(goal.goalId(), fact.evidence());
            case GoalStepPlanned step -> {
                planned.put(step.stepId(), step.responsible());
                responsible.put(step.stepId(), step.responsible());
            }
            default -> {}
        }
    }

    private void after(Fact fact) {
        if (fact.event() instanceof GoalStepChanged changed && changed.responsible() != null) {
            List<Person> is = changed.responsible();
            List<Person> was = Objects.requireNonNull(responsible.put(changed.stepId(), is));
            // Saying again who is responsible is no change.
            if (!new HashSet<>(was).equals(new HashSet<>(is))) {
                changes.computeIfAbsent(changed.stepId(), _ -> new ArrayList<>())
                        .add(
                                new ResponsibilityChange(
                                        fact.place(),
                                        was,
                                        is,
                                        changed.decidedBy(),
                                        fact.evidence()));
            }
        }
    }

    private GoalTrail trail(Line line, PlanGoal goal) {
        Evidence voicing = voiced.get(goal.goalId());
        Evidence setting = set.get(goal.goalId());
        Evidence evidence =
                setting != null ? setting : voicing != null ? voicing : goal.trail().evidence();
        return new GoalTrail(
                goal.goalId(),
                line.caseId(),
                goal.statement(),
                goal.state(),
                goal.status(),
                goal.whose(),
                goal.proposedBy(),
                goal.setBy(),
                goal.acceptance().stream().map(AcceptanceTrail::of).toList(),
                evidence.recordedBy(),
                goal.arisesFrom(),
                goal.concerns(),
                goal.steps().stream().map(this::step).toList(),
                evidence.occurredAt(),
                evidence,
                goal.trail());
    }

    private StepTrail step(PlanStep step) {
        return new StepTrail(
                step.stepId(),
                Objects.requireNonNull(planned.get(step.stepId())),
                step.responsible(),
                List.copyOf(changes.getOrDefault(step.stepId(), List.of())),
                step.status(),
                step.doneBy());
    }
}
