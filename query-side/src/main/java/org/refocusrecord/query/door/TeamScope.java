package org.refocusrecord.query.door;

import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.query.team.TeamHistory;
import org.refocusrecord.query.team.TeamLine;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.Set;

/** Whose team it is: what leaders and researchers may see of one. */
final class TeamScope {

    private TeamScope() {}

    /** All that is recorded of a team; refuses where there is none. */
    static TeamHistory history(Teams teams, TeamId team) {
        return teams.history(team)
                .orElseThrow(() -> new ProblemException(ProblemCode.TEAM_UNKNOWN));
    }

    static boolean leads(Caller caller, TeamId team) {
        return caller.is(Role.TEAM_LEADER) && caller.namesTeam(team);
    }

    /** A researcher sees the teams of the studies in the token. */
    static boolean researches(Caller caller, TeamLine team) {
        Set<StudyId> studies = caller.studies();
        return caller.is(Role.RESEARCHER)
                && team.everOf(TeamAllocated.class).stream()
                        .anyMatch(allocation -> studies.contains(allocation.studyId()));
    }
}
