package org.refocusrecord.query.careplan;

import org.refocusrecord.query.notices.CaseNotices;
import org.refocusrecord.query.record.Rosters;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.SeenBy;
import org.refocusrecord.query.notices.Notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The care plan of one person, as it stood.
 *
 * <p>Statuses, answers and reviews are statements: the latest on the line counts, whoever made it.
 * An item stands where the earliest entry that brings it stands. Texts are as the log keeps them:
 * who may read one is told by its sharing and by {@link #seenBy}.
 *
 * @param practices only those that were ever offered or held
 * @param seenBy not part of the plan: by event, the people with whom a text of it may be shared
 */
public record CarePlan(
        CaseId caseId,
        ServiceUserId serviceUserId,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
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
        List<Notice> notices,
        Map<EventId, SeenBy> seenBy) {

    /**
     * The plan as the line tells it.
     *
     * @param lateAfter after how long a session needs a reason for being late
     * @param rosters who was in which team when
     */
    public static CarePlan of(Line line, Include include, Duration lateAfter, Rosters rosters) {
        PlanFold fold = new PlanFold(include);
        fold.over(line.facts());
        return fold.plan(line, CaseNotices.of(line, lateAfter, rosters));
    }
}
