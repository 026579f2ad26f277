package org.refocusrecord.query.planaudit;

import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.GoalStatus;
import org.refocusrecord.query.careplan.GrowingPlan;
import org.refocusrecord.query.careplan.PlanGoal;
import org.refocusrecord.query.careplan.StepStatus;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.planaudit.AuditedPoint.Change;
import org.refocusrecord.query.record.CareTimes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Audits one person's plan at a few dates, in one pass along the line. In the plan is what is under
 * way: care actions that were not removed, and steps planned or started of goals that are neither
 * completed nor cancelled.
 */
public final class PlanAudit {

    private PlanAudit() {}

    /**
     * The plan at each date, at the end of the day.
     *
     * @param line all that is known of the case
     * @param dates one after the other in time
     */
    public static List<PlanAtDate> of(Line line, List<LocalDate> dates) {
        GrowingPlan plan = new GrowingPlan(line);
        CareTimes times = CareTimes.of(line);
        List<Fact> facts = line.live();
        List<PlanAtDate> audited = new ArrayList<>();
        SequencedMap<String, ActionPoint> before = null;
        int next = 0;
        for (LocalDate date : dates) {
            Instant end = date.plusDays(1).atStartOfDay(line.zone()).toInstant();
            while (next < facts.size() && facts.get(next).place().isBefore(end)) {
                plan.grow(facts.get(next++));
            }
            SequencedMap<String, ActionPoint> now = points(plan.now());
            audited.add(
                    new PlanAtDate(
                            date,
                            times.teamOn(date),
                            times.isOpen(date),
                            before == null ? first(now) : since(before, now)));
            before = now;
        }
        return audited;
    }

    private static SequencedMap<String, ActionPoint> points(CarePlan plan) {
        SequencedMap<String, ActionPoint> points = new LinkedHashMap<>();
        for (PlanGoal goal : plan.goals()) {
            if (goal.status() != GoalStatus.COMPLETED && goal.status() != GoalStatus.CANCELLED) {
                goal.steps().stream()
                        .filter(step ->
                                step.status() == StepStatus.PLANNED
                                        || step.status() == StepStatus.STARTED)
                        .map(step -> ActionPoint.of(goal, step))
                        .forEach(point -> points.put(point.id(), point));
            }
        }
        plan.actions().stream()
                .map(ActionPoint::of)
                .forEach(point -> points.put(point.id(), point));
        return points;
    }

    private static List<AuditedPoint> first(Map<String, ActionPoint> now) {
        return now.values().stream()
                .map(point -> new AuditedPoint(point, Change.FIRST, List.of()))
                .toList();
    }

    private static List<AuditedPoint> since(
            Map<String, ActionPoint> before, Map<String, ActionPoint> now) {
        List<AuditedPoint> points = new ArrayList<>();
        for (ActionPoint point : now.values()) {
            ActionPoint was = before.get(point.id());
            if (was == null) {
                points.add(new AuditedPoint(point, Change.ADDED, List.of()));
            } else {
                List<String> changed = point.changedSince(was);
                Change change = changed.isEmpty() ? Change.UNCHANGED : Change.CHANGED;
                points.add(new AuditedPoint(point, change, changed));
            }
        }
        for (ActionPoint was : before.values()) {
            if (!now.containsKey(was.id())) {
                points.add(new AuditedPoint(was, Change.REMOVED, List.of()));
            }
        }
        return points;
    }
}
