package org.refocusrecord.query.integrity;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.door.CaseReads;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;

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
     * Whether a caller may see the stream, if only from outside; else it is as if it were not
     * there.
     */
    boolean shows(Caller caller, @Nullable Purpose purpose, String stream) {
        int slash = stream.indexOf('/');
        String id = stream.substring(slash + 1);
        return switch (stream.substring(0, slash)) {
            case "case" -> seesCase(caller, purpose, CaseId.of(id));
            case "team" -> seesTeam(caller, TeamId.of(id));
            case "study" -> seesStudy(caller, StudyId.of(id));
            default -> true;
        };
    }

    private boolean seesCase(Caller caller, @Nullable Purpose purpose, CaseId id) {
        return cases.openIfInScope(caller, purpose, id).isPresent()
                || cases.isWrittenBy(caller, id);
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
