package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.CaseSummary.State;
import org.refocusrecord.query.record.Rosters;

import java.time.LocalDate;

/**
 * Which cases a list is asked for.
 *
 * @param teamId those of this team today
 * @param workerId those on this worker's caseload
 * @param state those open, or closed, today
 */
public record CaseFilter(
        @Nullable TeamId teamId, @Nullable WorkerId workerId, @Nullable State state) {

    /** Whether a case, as it stood on a day, is one of those. */
    public boolean matches(CaseSummary summary, Line line, LocalDate day, Rosters rosters) {
        return (teamId == null || teamId.equals(summary.teamId()))
                && (state == null || state == summary.state())
                && (workerId == null
                        || CaseRights.isOnCaseload(workerId, summary, line, day, rosters));
    }
}
