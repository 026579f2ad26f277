package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What decides who may read a case.
 *
 * @param trust the trust, which never changes
 * @param teamId the team of today; null before the opening, or where that is in error
 * @param company staff who recorded or took part in sessions, each with the day of the latest
 */
public record CaseFile(
        CaseId caseId,
        ServiceUserId serviceUserId,
        String trust,
        @Nullable TeamId teamId,
        @Nullable WorkerId careCoordinator,
        @Nullable WorkerId keyWorker,
        Map<WorkerId, LocalDate> company) {

    /** For how many days a session keeps a case among those of who was there. */
    public static final int DAYS_ON_CASELOAD = 90;

    /**
     * Whether somebody may read the record of this case. Reading follows the team of today: after a
     * transfer the new team sees all, the old one nothing more. A clinical system, a researcher and
     * an administrator read no record.
     *
     * @param rosters the teams on whose roster the reader is today
     */
    public boolean mayBeReadBy(Reader reader, Set<TeamId> rosters, LocalDate today) {
        return (reader.is("SERVICE_USER") && serviceUserId.equals(reader.serviceUserId()))
                || (reader.is("TEAM_LEADER") && isOfTeams(reader.teams()))
                || (reader.is("AUDITOR") && mayBeAuditedBy(reader))
                || (reader.is("WORKER")
                        && reader.workerId() != null
                        && isOnCaseload(reader.workerId(), rosters, today));
    }

    private boolean isOfTeams(@Nullable Set<TeamId> teams) {
        return teams != null && teamId != null && teams.contains(teamId);
    }

    /** Without teams in the token, all of the trust. */
    private boolean mayBeAuditedBy(Reader reader) {
        return trust.equals(reader.trust())
                && (reader.teams() == null || isOfTeams(reader.teams()));
    }

    /**
     * Whether a case is on a worker's own caseload: as its care coordinator or key worker, or by a
     * session not long ago, while the case is with a team of the worker's.
     */
    public boolean isOnCaseload(WorkerId worker, Set<TeamId> rosters, LocalDate today) {
        if (worker.equals(careCoordinator) || worker.equals(keyWorker)) {
            return true;
        }
        LocalDate latest = company.get(worker);
        return teamId != null
                && rosters.contains(teamId)
                && latest != null
                && !latest.isBefore(today.minusDays(DAYS_ON_CASELOAD));
    }
}
