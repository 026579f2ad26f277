package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.notices.Notice;

import java.time.Instant;
import java.util.List;

/**
 * The care plan of one person, as it stood.
 *
 * <p>Statuses, answers and reviews are statements: the latest on the line counts, whoever made it.
 * An item stands where the earliest entry that brings it stands. Texts are as the log keeps them:
 * who may read one is told by its sharing.
 *
 * @param position the last position of the log that was known
 * @param practices only those that were ever offered or held
 */
public record CarePlan(
        CaseId caseId,
        ServiceUserId serviceUserId,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        long position,
        @Nullable Person careCoordinator,
        @Nullable Person keyWorker,
        List<PlanValue> values,
        List<PlanPreference> preferences,
        List<PlanStrength> strengths,
        List<PlanAspiration> aspirations,
        List<PlanPractice> practices,
        List<PlanGoal> goals,
        List<PlanAction> actions,
        List<PlanContract> contracts,
        List<PlanRating> ratings,
        List<PlanMeasure> measures,
        @Nullable PlanCrisisPlan crisisPlan,
        List<Notice> notices) {

    /**
     * The plan as the line tells it.
     *
     * @param notices what is odd in it
     * @param position the last position of the log that was known
     */
    public static CarePlan of(Line line, Include include, List<Notice> notices, long position) {
        PlanFold fold = new PlanFold(include);
        fold.over(line.facts());
        return fold.plan(line, notices, position);
    }
}
