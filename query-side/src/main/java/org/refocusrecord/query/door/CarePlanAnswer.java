package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.PlanAction;
import org.refocusrecord.query.careplan.PlanAspiration;
import org.refocusrecord.query.careplan.PlanContract;
import org.refocusrecord.query.careplan.PlanCrisisPlan;
import org.refocusrecord.query.careplan.PlanGoal;
import org.refocusrecord.query.careplan.PlanMeasure;
import org.refocusrecord.query.careplan.PlanPractice;
import org.refocusrecord.query.careplan.PlanPreference;
import org.refocusrecord.query.careplan.PlanRating;
import org.refocusrecord.query.careplan.PlanStrength;
import org.refocusrecord.query.careplan.PlanValue;
import org.refocusrecord.query.notices.Notice;
import org.refocusrecord.query.projection.ReadPoint;

import java.time.Instant;
import java.util.List;

/** A care plan with the clocks and the position that it answers for. */
record CarePlanAnswer(
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

    static CarePlanAnswer of(CarePlan plan, ReadPoint point) {
        return new CarePlanAnswer(
                plan.caseId(),
                plan.serviceUserId(),
                point.asOf(),
                point.knownAt(),
                point.position(),
                plan.careCoordinator(),
                plan.keyWorker(),
                plan.values(),
                plan.preferences(),
                plan.strengths(),
                plan.aspirations(),
                plan.practices(),
                plan.goals(),
                plan.actions(),
                plan.contracts(),
                plan.ratings(),
                plan.measures(),
                plan.crisisPlan(),
                plan.notices());
    }
}
