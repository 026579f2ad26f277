package org.refocusrecord.query.integrity;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.Showing;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.util.Optional;

/** Who may see which stream, and so the proofs of its events. */
public final class StreamScope {

    private final CaseReads cases;
    private final Teams teams;

    /** By who may read cases and teams. */
    public StreamScope(CaseReads cases, Teams teams) {
        this.cases = cases;
        this.teams = teams;
    }

    /**
     * What is shown of a stream, if only from outside; empty where the caller may not see it, and
     * then it is as if it were not there.
     */
    Optional<Showing> of(Asking asking, String stream) {
        int slash = stream.indexOf('/');
        String id = stream.substring(slash + 1);
        return switch (stream.substring(0, slash)) {
            case "case" -> cases.fromOutside(asking, CaseId.of(id));
            case "team" -> ofNobody(seesTeam(asking.caller(), TeamId.of(id)));
            case "study" -> ofNobody(seesStudy(asking.caller(), StudyId.of(id)));
            default -> ofNobody(true);
        };
    }

    private static Optional<Showing> ofNobody(boolean seen) {
        return seen ? Optional.of(Showing.ofNobody()) : Optional.empty();
    }

    private boolean seesTeam(Caller caller, TeamId id) {
        return teams.history(id)
                .filter(team ->
                        caller.audits(team.trust(), id)
                                || (caller.is(Role.TEAM_LEADER) && caller.namesTeam(id))
                                || (caller.is(Role.ADMIN)
                                        && (caller.trust() == null
                                                || caller.trust().equals(team.trust()))))
                .isPresent();
    }

    private static boolean seesStudy(Caller caller, StudyId id) {
        return caller.is(Role.ADMIN)
                || (caller.is(Role.RESEARCHER) && caller.studies().contains(id));
    }
}
