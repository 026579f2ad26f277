package org.refocusrecord.command.door;

import org.refocusrecord.command.Loading;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Rights;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /**
     * A case in the scope of a caller, as that was seen, and the right that he or she has there.
     */
    record CaseInScope(CaseState state, Right right) {}

    /** A case that must be in the scope of the caller's recording. */
    CaseInScope forRecording(Caller caller, CaseId caseId, Post post, Loading loading) {
        CaseState state = states.caseOf(caseId, loading);
        return rightAt(caller, state, post.who())
                .map(right -> new CaseInScope(state, right))
                .orElseThrow(() -> new ProblemException(ProblemCode.CASE_UNKNOWN));
    }

    /**
     * A case in which the caller corrects that: as an administrator what is for administrators, and
     * what is in no other scope of the caller's.
     */
    CaseInScope forCorrecting(Caller caller, CaseId caseId, AnyId target, Loading loading) {
        CaseState state = states.caseOf(caseId, loading);
        Optional<Right> administers = rightToAdminister(caller, state);
        Optional<Right> records = rightAt(caller, state, Post.CORRECTION.who());
        Optional<Right> right =
                Rights.isForAdministrators(state, target.value())
                        ? administers.or(() -> records)
                        : records.or(() -> administers);
        return new CaseInScope(
                state, right.orElseThrow(() -> new ProblemException(ProblemCode.CASE_UNKNOWN)));
    }

    /** A case of whose words an administrator may ask that they be forgotten. */
    CaseInScope forErasing(Caller caller, CaseId caseId, Loading loading) {
        CaseState state = states.caseOf(caseId, loading);
        return rightToAdminister(caller, state)
                .map(right -> new CaseInScope(state, right))
                .orElseThrow(() -> new ProblemException(ProblemCode.CASE_UNKNOWN));
    }

    private static Optional<Right> rightToAdminister(Caller caller, CaseState state) {
        CaseState.Opened opened = state.opened();
        return caller.is(Role.ADMIN) && opened != null && isOfTrust(caller, opened.trust())
                ? Optional.of(Right.ADMIN)
                : Optional.empty();
    }

    /**
     * The widest right of the caller at a case: of those roles that put it in scope, and no others.
     */
    private Optional<Right> rightAt(Caller caller, CaseState state, Who who) {
        if (state.opened() == null) {
            return Optional.empty();
        }
        Optional<Right> right =
                who.isForStaff()
                        ? rightOfStaff(caller, state.opened(), state.teamAt(clock.instant()))
                        : Optional.empty();
        return right.isEmpty() && who.includes(Role.SERVICE_USER) && isOwn(caller, state.opened())
                ? Optional.of(Right.SERVICE_USER)
                : right;
    }

    private Optional<Right> rightOfStaff(
            Caller caller, CaseState.Opened opened, Optional<TeamId> team) {
        if (caller.is(Role.CLINICAL_SYSTEM) && isOf(caller, opened, team)) {
            return Optional.of(Right.CLINICAL_SYSTEM);
        }
        if (caller.workerId() == null || team.isEmpty()) {
            return Optional.empty();
        }
        if (leads(caller, team.get())) {
            return Optional.of(Right.TEAM_LEADER);
        }
        return caller.is(Role.WORKER) && isOnRoster(caller.workerId(), team.get())
                ? Optional.of(Right.WORKER)
                : Optional.empty();
    }

    /**
     * Of a system or an auditor: the trust, and of its teams those that the token names, if any.
     */
    private static boolean isOf(Caller caller, CaseState.Opened opened, Optional<TeamId> team) {
        Set<TeamId> teams = caller.teams();
        return opened.trust().equals(caller.trust())
                && (teams == null || team.filter(teams::contains).isPresent());
    }

    private boolean isOnRoster(WorkerId worker, TeamId team) {
        return states.team(team).isOnRoster(worker, LocalDate.now(clock.withZone(zone)));
    }

    private static boolean leads(Caller caller, TeamId team) {
        return caller.is(Role.TEAM_LEADER) && caller.namesTeam(team);
    }

    private static boolean isOwn(Caller caller, CaseState.Opened opened) {
        return caller.is(Role.SERVICE_USER)
                && opened.serviceUserId().equals(caller.serviceUserId());
    }

    /** Whether the caller may see the stream of a case, if only from outside, as in a receipt. */
    boolean maySee(Caller caller, CaseId caseId) {
        CaseState state = states.caseOf(caseId);
        Optional<TeamId> team = state.teamAt(clock.instant());
        return rightAt(caller, state, Who.STAFF_AND_THE_PERSON).isPresent()
                || team.filter(ofToday -> leads(caller, ofToday)).isPresent()
                || (caller.is(Role.AUDITOR)
                        && state.opened() != null
                        && isOf(caller, state.opened(), team));
    }

    /** Whether the caller may see the stream of a team. */
    boolean maySee(Caller caller, TeamId teamId) {
        Optional<TeamRegistered> team = states.team(teamId).registered();
        boolean audits =
                caller.is(Role.AUDITOR)
                        && team.filter(known -> known.trust().equals(caller.trust())).isPresent()
                        && (caller.teams() == null || caller.namesTeam(teamId));
        return audits
                || (leads(caller, teamId) && team.isPresent())
                || (caller.is(Role.ADMIN)
                        && team.filter(known -> isOfTrust(caller, known.trust())).isPresent());
    }

    /** Whether the caller may see the stream of a study, which is of no trust. */
    static boolean maySee(Caller caller, StudyId studyId) {
        return caller.is(Role.ADMIN)
                || (caller.is(Role.RESEARCHER) && caller.studies().contains(studyId));
    }

    /**
     * The caller's right at a team: of an administrator of its trust, or of its leader where that
     * will do.
     */
    static Right forTeam(Caller caller, TeamId teamId, TeamState state, boolean leadersToo) {
        Optional<TeamRegistered> team = state.registered();
        if (caller.is(Role.ADMIN)
                && team.filter(known -> isOfTrust(caller, known.trust())).isPresent()) {
            return Right.ADMIN;
        }
        if (leadersToo && leads(caller, teamId) && team.isPresent()) {
            return Right.TEAM_LEADER;
        }
        throw new ProblemException(ProblemCode.TEAM_UNKNOWN);
    }

    /** An administrator without a trust has all trusts. */
    static boolean isOfTrust(Caller caller, String trust) {
        return caller.trust() == null || caller.trust().equals(trust);
    }
}
