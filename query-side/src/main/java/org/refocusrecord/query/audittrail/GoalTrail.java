package org.refocusrecord.query.audittrail;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.query.careplan.GoalState;
import org.refocusrecord.query.careplan.GoalStatus;
import org.refocusrecord.query.careplan.PlanConcern;
import org.refocusrecord.query.careplan.Trail;
import org.refocusrecord.query.history.Evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One goal, and the people to it.
 *
 * @param recordedBy who recorded that it was set; where it never was, that it was voiced
 * @param at when it was set, or voiced where it never was
 * @param evidence of the same
 * @param trail how it stands in the plan
 */
public record GoalTrail(
        GoalId goalId,
        CaseId caseId,
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
        Instant at,
        Evidence evidence,
        Trail trail) {

    /** Who set it, proposed it or recorded it: by whom it may be looked for. */
    public List<Person> people() {
        return Stream.concat(setBy.stream(), Stream.of(recordedBy, proposedBy))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
