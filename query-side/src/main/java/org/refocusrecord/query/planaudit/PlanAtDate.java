package org.refocusrecord.query.planaudit;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's plan at the end of a day on which care was open.
 *
 * @param teamId with which team the person was
 * @param points what stood in it, and what had left it since the date before
 */
public record PlanAtDate(LocalDate date, @Nullable TeamId teamId, List<AuditedPoint> points) {

    /** How much stood in it. */
    long actions() {
        return points.stream().filter(AuditedPoint::isInPlan).count();
    }
}
