package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepLetGo;
import org.refocusrecord.events.goal.GoalStepNotDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.goal.GoalStepStarted;
import org.refocusrecord.events.goal.GoalStepStatusStated;
import org.refocusrecord.query.history.Standing;

import java.time.LocalDate;
import java.util.List;

/** One step along the line. */
final class StepFold implements Items.Item {

    private final Trace trace;
    private GoalStepPlanned terms;
    private StepStatus status = StepStatus.PLANNED;
    private List<Person> doneBy = List.of();
    private @Nullable LocalDate on;

    StepFold(Trace trace, GoalStepPlanned planned) {
        this.trace = trace;
        this.terms = planned;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    GoalId goalId() {
        return terms.goalId();
    }

    void after(GoalStepChanged changed) {
        terms =
                new GoalStepPlanned(
                        terms.entryId(),
                        terms.goalId(),
                        terms.stepId(),
                        Given.or(changed.description(), terms.description()),
                        Given.or(changed.responsible(), terms.responsible()),
                        Given.orElse(changed.focus(), terms.focus()),
                        Given.orElse(changed.because(), terms.because()),
                        Given.orElse(changed.personsView(), terms.personsView()),
                        Given.orElse(changed.arisesFrom(), terms.arisesFrom()),
                        Given.orElse(changed.drawsOn(), terms.drawsOn()),
                        Given.orElse(changed.dueOn(), terms.dueOn()));
    }

    void after(GoalStepStatusStated stated) {
        switch (stated) {
            case GoalStepStarted started -> now(StepStatus.STARTED, stated, started.on());
            case GoalStepDone done -> now(StepStatus.DONE, stated, done.on());
            case GoalStepNotDone notDone -> now(StepStatus.NOT_DONE, stated, notDone.on());
            case GoalStepLetGo letGo -> now(StepStatus.LET_GO, stated, letGo.on());
        }
    }

    private void now(StepStatus stated, GoalStepStatusStated statement, @Nullable LocalDate day) {
        status = stated;
        doneBy = Given.list(statement.doneBy());
        on = day;
    }

    PlanStep view() {
        return new PlanStep(
                terms.stepId(),
                terms.description(),
                terms.responsible(),
                status,
                doneBy,
                on,
                terms.dueOn(),
                terms.focus(),
                terms.because(),
                terms.personsView(),
                Given.list(terms.arisesFrom()),
                Given.list(terms.drawsOn()),
                trace.trail(Standing.LIVE));
    }
}
