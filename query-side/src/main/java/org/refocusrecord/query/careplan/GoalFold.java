package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.GoalActivated;
import org.refocusrecord.events.goal.GoalCancelled;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalCompleted;
import org.refocusrecord.events.goal.GoalConcernRaised;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.goal.GoalPutOnHold;
import org.refocusrecord.events.goal.GoalReviewed;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStatusStated;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One goal along the line. */
final class GoalFold implements Items.Item {

    private final Trace trace;
    private final GoalId goalId;
    private final Include include;
    private Words first;
    private Words statement;
    private @Nullable GoalVoiced voiced;
    private @Nullable GoalSet set;
    private @Nullable Whose whose;
    private @Nullable List<ItemId> arisesFrom;
    private @Nullable LocalDate reviewDueOn;
    private @Nullable GoalStatus status;
    private @Nullable GoalProgress progress;
    private final Map<Person, PlanAcceptance> acceptance = new LinkedHashMap<>();
    private final List<PlanConcern> concerns = new ArrayList<>();
    private final List<PlanReview> reviews = new ArrayList<>();

    GoalFold(Trace trace, GoalId goalId, Words statement, Include include) {
        this.trace = trace;
        this.goalId = goalId;
        this.include = include;
        this.first = statement;
        this.statement = statement;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    GoalId goalId() {
        return goalId;
    }

    /** What is voiced of a goal that is set already changes nothing of what was set. */
    void after(GoalVoiced said) {
        voiced = said;
        if (set == null) {
            first = said.statement();
            statement = first;
        }
    }

    void after(GoalSet taken, Fact fact) {
        set = taken;
        first = taken.statement();
        statement = first;
        whose = taken.whose();
        arisesFrom = taken.arisesFrom();
        reviewDueOn = taken.reviewDueOn();
        status = GoalStatus.ACTIVE;
        for (Acceptance answer : Given.list(taken.acceptance())) {
            answered(answer, fact);
        }
    }

    void after(GoalChanged changed) {
        statement = Given.or(changed.statement(), statement);
        whose = Given.orElse(changed.whose(), whose);
        arisesFrom = Given.orElse(changed.arisesFrom(), arisesFrom);
        reviewDueOn = Given.orElse(changed.reviewDueOn(), reviewDueOn);
    }

    void answered(Acceptance answer, Fact fact) {
        acceptance.put(
                answer.party(),
                new PlanAcceptance(
                        answer.party(),
                        answer.answer(),
                        answer.how(),
                        answer.reason(),
                        fact.place(),
                        Trace.single(fact, include)));
    }

    void after(GoalStatusStated stated) {
        status =
                switch (stated) {
                    case GoalActivated _ -> GoalStatus.ACTIVE;
                    case GoalPutOnHold _ -> GoalStatus.ON_HOLD;
                    case GoalCompleted _ -> GoalStatus.COMPLETED;
                    case GoalCancelled _ -> GoalStatus.CANCELLED;
                };
    }

    /** A concern stands beside the goal, and changes nothing of it. */
    void after(GoalConcernRaised raised, Fact fact) {
        concerns.add(
                new PlanConcern(
                        raised.entryId(),
                        raised.by(),
                        raised.concern(),
                        raised.words(),
                        raised.whatWouldHelp(),
                        Trace.single(fact, include)));
    }

    void after(GoalReviewed reviewed, Fact fact) {
        reviews.add(
                new PlanReview(
                        reviewed.entryId(),
                        reviewed.accordingTo(),
                        reviewed.progress(),
                        reviewed.attainment(),
                        reviewed.note(),
                        fact.place(),
                        Trace.single(fact, include)));
        // In error, it tells nothing of a goal that lives.
        if (fact.isLive() || trace.isInError()) {
            progress = reviewed.progress();
        }
    }

    PlanGoal view(List<PlanStep> steps) {
        return new PlanGoal(
                goalId,
                statement,
                statement.equals(first) ? null : first,
                set != null && voiced != null ? voiced.statement() : null,
                voiced == null ? null : voiced.helpWanted(),
                whose,
                set == null ? GoalState.VOICED : GoalState.SET,
                status,
                progress,
                set == null ? null : set.proposedBy(),
                set == null ? List.of() : set.setBy(),
                List.copyOf(acceptance.values()),
                set == null ? null : set.orientation(),
                Given.list(arisesFrom),
                set == null ? null : set.importance(),
                set == null ? null : set.confidence(),
                reviewDueOn,
                List.copyOf(concerns),
                steps,
                List.copyOf(reviews),
                trace.trail(Standing.LIVE));
    }
}
