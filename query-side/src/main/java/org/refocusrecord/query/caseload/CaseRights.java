package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.record.CaseSummary;
import org.refocusrecord.query.record.Rosters;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * In which parts somebody may read a case: as the person, as staff (the own caseload of a worker,
 * the team of a leader), as an auditor of the trust.
 *
 * <p>Reading follows the team of today: after a transfer the new team sees all, the old one nothing
 * more; a care coordinator or key worker reads wherever the case is. A clinical system, a
 * researcher and an administrator read no record. {@link CaseQuery} asks the same for many cases.
 *
 * @param roles by which the case is in scope
 */
public record CaseRights(Set<Role> roles) {

    /** In these roles. */
    public CaseRights {
        roles = Set.copyOf(roles);
    }

    /**
     * The rights to a case as it stands.
     *
     * @param trust the trust that it was opened with, which nothing changes
     */
    public static CaseRights of(
            Caller caller, String trust, Line now, LocalDate today, Rosters rosters) {
        CaseSummary summary = CaseSummary.of(now, today);
        TeamId team = summary.teamId();
        boolean person =
                caller.is(Role.SERVICE_USER) && now.serviceUserId().equals(caller.serviceUserId());
        boolean leader = caller.is(Role.TEAM_LEADER) && team != null && caller.namesTeam(team);
        boolean worker =
                caller.is(Role.WORKER)
                        && caller.workerId() != null
                        && isOnCaseload(caller.workerId(), summary, now, today, rosters);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        add(roles, Role.SERVICE_USER, person);
        add(roles, Role.TEAM_LEADER, leader);
        add(roles, Role.WORKER, worker);
        add(roles, Role.AUDITOR, caller.audits(trust, team));
        return new CaseRights(roles);
    }

    private static void add(Set<Role> roles, Role role, boolean has) {
        if (has) {
            roles.add(role);
        }
    }

    /** Whether there are any. */
    public boolean any() {
        return !roles.isEmpty();
    }

    /** Whether it is the person's own. */
    public boolean person() {
        return roles.contains(Role.SERVICE_USER);
    }

    /** Whether it is read as staff. */
    public boolean staff() {
        return roles.contains(Role.WORKER) || roles.contains(Role.TEAM_LEADER);
    }

    /** Whether it is audited. */
    public boolean auditor() {
        return roles.contains(Role.AUDITOR);
    }

    /** Whether a case, as it stands, is on a worker's caseload on a day. */
    static boolean isOnCaseload(
            WorkerId worker, CaseSummary summary, Line now, LocalDate today, Rosters rosters) {
        TeamId team = summary.teamId();
        return is(worker, summary.careCoordinator())
                || is(worker, summary.keyWorker())
                || (team != null
                        && Company.metRecently(now, worker, today)
                        && rosters.has(team, worker, today));
    }

    private static boolean is(WorkerId worker, @Nullable Person person) {
        return new Person(Party.STAFF, worker.toString()).equals(person);
    }
}
