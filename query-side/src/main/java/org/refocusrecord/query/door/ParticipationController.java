package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.participation.Participation;
import org.refocusrecord.query.participation.ParticipationPolicy;
import org.refocusrecord.query.participation.TeamParticipation;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.TeamHistory;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a team takes part in the intervention. */
@RestController
@RequestMapping("/api/v1/teams/{id}/participation")
public final class ParticipationController {

    static final QueryParameter<String> POLICY =
            QueryParameter.text(
                    "policy",
                    "By this policy: `participation-1` (if left out) or `participation-1-median`.",
                    40);

    static final Queries QUERY =
            Queries.of(
                    "/teams/{id}/participation",
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    POLICY,
                    QueryParameter.MIN_POSITION);
    private final Teams teams;
    private final TeamParticipation participation;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Counts for these teams. */
    public ParticipationController(
            Teams teams, TeamParticipation participation, ReadPoints points, ViewPoints views) {
        this.teams = teams;
        this.participation = participation;
        this.points = points;
        this.views = views;
    }

    /**
     * How a team takes part; a leader and an auditor see index and class once the window has
     * closed.
     */
    @GetMapping
    public ResponseEntity<byte[]> participation(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        Readership.PARTICIPATION.require(caller);
        QueryValues query = points.query(QUERY, request);
        TeamId teamId = PathIds.of(id, TeamId::new, ProblemCode.TEAM_UNKNOWN);
        ParticipationPolicy policy = policy(query.get(POLICY));
        ReadPoint point = points.of(query);
        TeamHistory history = TeamScope.history(teams, teamId);
        boolean researcher = TeamScope.researches(caller, history.as(null, null));
        if (!researcher
                && !TeamScope.leads(caller, teamId)
                && !caller.audits(history.trust(), teamId)) {
            throw new ProblemException(ProblemCode.TEAM_UNKNOWN);
        }
        views.await(TeamParticipation.VIEWS, point.position());
        Participation counted =
                participation
                        .of(teamId, point, policy)
                        .orElseThrow(() -> new ProblemException(ProblemCode.TEAM_UNKNOWN));
        return views.answerOfNobody(
                researcher || Boolean.TRUE.equals(counted.closed())
                        ? counted
                        : counted.withoutClass(),
                point.position());
    }

    private static ParticipationPolicy policy(@Nullable String name) {
        ParticipationPolicy policy =
                name == null
                        ? ParticipationPolicy.PARTICIPATION_1
                        : ParticipationPolicy.named(name);
        if (policy == null) {
            throw new ProblemException(Fault.at("/policy", ProblemCode.VALUE_NOT_ALLOWED));
        }
        return policy;
    }
}
