package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.query.audittrail.AcceptanceTrail;
import org.refocusrecord.query.audittrail.GoalTrail;
import org.refocusrecord.query.audittrail.StepTrail;
import org.refocusrecord.query.careplan.GoalState;
import org.refocusrecord.query.careplan.GoalStatus;
import org.refocusrecord.query.careplan.PlanConcern;
import org.refocusrecord.query.history.Evidence;

import java.util.List;

/** A goal as the audit lists it: who set it, and with whom it rests. */
record GoalRow(
        GoalId goalId,
        CaseId caseId,
        @Nullable TeamId teamId,
        Words statement,
        GoalState state,
        @Nullable GoalStatus status,
        @Nullable Whose whose,
        @Nullable Person proposedBy,
        List<Person> setBy,
        List<AcceptanceTrail> acceptance,
        Person recordedBy,
        List<ItemId> arisesFrom,
        List<PlanConcern> concerns,
        List<StepTrail> steps,
        Evidence evidence) {

    static GoalRow of(GoalTrail goal, @Nullable TeamId teamId) {
        return new GoalRow(
                goal.goalId(),
                goal.caseId(),
                teamId,
                goal.statement(),
                goal.state(),
                goal.status(),
                goal.whose(),
                goal.proposedBy(),
                goal.setBy(),
                goal.acceptance(),
                goal.recordedBy(),
                goal.arisesFrom(),
                goal.concerns(),
                goal.steps(),
                goal.evidence());
    }
}
