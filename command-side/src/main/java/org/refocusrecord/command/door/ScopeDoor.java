package org.refocusrecord.command.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may record what. A system records for its trust, staff for the cases of the teams on whose
 * roster they are today, a leader for those of the teams in the token, the person in the own
 * record. What is out of scope looks as if it were not there.
 */
public final class ScopeDoor {

    private final StateDoor states;
    private final ZoneId zone;
    private final Clock clock;

    /** Over the states of the log; days are those of this zone. */
    public ScopeDoor(StateDoor states, ZoneId zone, Clock clock) {
        this.states = states;
        this.zone = zone;
        this.clock = clock;
    }

    /** Whether the caller may record staff's entries for the case. */
    boolean mayRecordFor(Caller caller, CaseState state) {
        Optional<TeamId> team = state.teamAt(clock.instant());
        return state.opened() != null
                && (isSystemOf(caller, state, team)
                        || (team.isPresent() && isStaffOf(caller, team.get())));
    }

    private static boolean isSystemOf(Caller caller, CaseState state, Optional<TeamId> team) {
        Set<TeamId> teams = caller.teams();
        return caller.roles().contains(Role.CLINICAL_SYSTEM)
                && state.opened() != null
                && state.opened().trust().equals(caller.trust())
                && (teams == null || team.filter(teams::contains).isPresent());
    }

    /** Whether the caller leads the team, or is on its roster today. */
    private boolean isStaffOf(Caller caller, TeamId team) {
        if (caller.workerId() == null) {
            return false;
        }
        if (leads(caller, team)) {
            return true;
        }
        return caller.roles().contains(Role.WORKER)
                && states.team(team)
                        .isOnRoster(caller.workerId(), LocalDate.now(clock.withZone(zone)));
    }

    /** Whether the caller leads the team. */
    static boolean leads(Caller caller, TeamId team) {
        return caller.roles().contains(Role.TEAM_LEADER)
                && caller.teams() != null
                && caller.teams().contains(team);
    }

    /** Whether it is the caller's own record. */
    static boolean isOwn(Caller caller, CaseState state) {
        return caller.roles().contains(Role.SERVICE_USER)
                && caller.serviceUserId() != null
                && state.opened() != null
                && state.opened().serviceUserId().equals(caller.serviceUserId());
    }

    /**
     * The widest right of the caller at this case: of those roles that put it in scope, and no
     * others.
     */
    Right rightAt(Caller caller, CaseState state) {
        Optional<TeamId> team = state.teamAt(clock.instant());
        if (isSystemOf(caller, state, team)) {
            return Right.CLINICAL_SYSTEM;
        }
        if (team.isPresent() && leads(caller, team.get())) {
            return Right.TEAM_LEADER;
        }
        if (team.isPresent() && isStaffOf(caller, team.get())) {
            return Right.WORKER;
        }
        return isOwn(caller, state) ? Right.SERVICE_USER : Right.ADMIN;
    }

    /** The state of a case that must be in the scope of the caller's recording. */
    CaseState forRecording(Caller caller, CaseId caseId, boolean ownToo) {
        CaseState state = states.ofCase(CaseCommand.streamOf(caseId));
        if (mayRecordFor(caller, state) || (ownToo && isOwn(caller, state))) {
            return state;
        }
        throw new ProblemException(ProblemCode.CASE_UNKNOWN);
    }

    /** A team in the scope of an administrator, or of its leader where that will do. */
    TeamState forTeam(Caller caller, TeamId teamId, boolean leadersToo) {
        TeamState state = states.ofTeam(TeamCommand.streamOf(teamId));
        boolean administers =
                caller.roles().contains(Role.ADMIN)
                        && state.registered()
                                .filter(team -> isOfTrust(caller, team.trust()))
                                .isPresent();
        if (administers
                || (leadersToo && leads(caller, teamId) && state.registered().isPresent())) {
            return state;
        }
        throw new ProblemException(ProblemCode.TEAM_UNKNOWN);
    }

    /** An administrator without a trust has all trusts. */
    static boolean isOfTrust(Caller caller, String trust) {
        return caller.trust() == null || caller.trust().equals(trust);
    }

    /** Staff and service users record for themselves; a system names a person. */
    static List<Fault> recorder(Caller caller, @Nullable Person recordedBy) {
        if (caller.roles().contains(Role.CLINICAL_SYSTEM) || recordedBy == null) {
            return List.of();
        }
        boolean itself =
                selves(caller).stream()
                        .anyMatch(self ->
                                recordedBy.equals(self)
                                        || (recordedBy.isShort()
                                                && recordedBy.party() == self.party()));
        return itself
                ? List.of()
                : List.of(Fault.at("/recordedBy", ProblemCode.RECORDED_BY_NOT_YOU));
    }

    /** Who the caller is: the worker or service user of the token, else the account. */
    static Person self(Caller caller) {
        return selves(caller).getFirst();
    }

    /** A peer worker is both, in different records. */
    private static List<Person> selves(Caller caller) {
        List<Person> selves = new ArrayList<>();
        if (caller.workerId() != null) {
            selves.add(new Person(Party.STAFF, caller.workerId().toString()));
        }
        if (caller.serviceUserId() != null) {
            selves.add(new Person(Party.SERVICE_USER, caller.serviceUserId().toString()));
        }
        return selves.isEmpty() ? List.of(new Person(Party.OTHER, caller.sub())) : selves;
    }

    /** A case, in scope or not. */
    CaseState caseOf(CaseId caseId) {
        return states.ofCase(CaseCommand.streamOf(caseId));
    }

    /** A team, in scope or not. */
    TeamState team(TeamId teamId) {
        return states.team(teamId);
    }
}
