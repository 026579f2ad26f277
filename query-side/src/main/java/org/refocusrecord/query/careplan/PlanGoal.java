package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.goal.HelpWanted;
import org.refocusrecord.events.goal.Orientation;
import org.refocusrecord.events.goal.Whose;

import java.time.LocalDate;
import java.util.List;

/**
 * A goal of the plan.
 *
 * @param firstStatement what it said first (once set: when it was set), where it was changed since
 * @param voiced what the person had voiced, of a goal that was set since
 * @param status null while a voiced goal has none
 * @param progress according to the latest review by anybody
 * @param acceptance the latest answer of each person
 */
public record PlanGoal(
        GoalId goalId,
        Words statement,
        @Nullable Words firstStatement,
        @Nullable Words voiced,
        @Nullable HelpWanted helpWanted,
        @Nullable Whose whose,
        GoalState state,
        @Nullable GoalStatus status,
        @Nullable GoalProgress progress,
        @Nullable Person proposedBy,
        List<Person> setBy,
        List<PlanAcceptance> acceptance,
        @Nullable Orientation orientation,
        List<ItemId> arisesFrom,
        @Nullable Integer importance,
        @Nullable Integer confidence,
        @Nullable LocalDate reviewDueOn,
        List<PlanConcern> concerns,
        List<PlanStep> steps,
        List<PlanReview> reviews,
        Trail trail)
        implements PlanItem {}
