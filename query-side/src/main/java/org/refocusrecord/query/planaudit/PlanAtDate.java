package org.refocusrecord.query.planaudit;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's plan at the end of a day.
 *
 * @param teamId with which team the person was
 * @param open whether care was open that day
 * @param points what stood in it, and what had left it since the date before
 */
public record PlanAtDate(
        LocalDate date, @Nullable TeamId teamId, boolean open, List<AuditedPoint> points) {}
