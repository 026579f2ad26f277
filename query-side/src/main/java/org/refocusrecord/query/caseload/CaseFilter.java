package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.record.CaseSummary.State;

/**
 * Which cases a list is asked for.
 *
 * @param teamId those of this team today
 * @param workerId those on this worker's caseload
 * @param state those open, or closed, today
 */
public record CaseFilter(
        @Nullable TeamId teamId, @Nullable WorkerId workerId, @Nullable State state) {}
