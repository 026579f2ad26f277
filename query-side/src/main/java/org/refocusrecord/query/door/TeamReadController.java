package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.Team;
import org.refocusrecord.query.team.TeamListed;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
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

import java.util.List;

/** Teams: a list of them, and each as it stood. */
@RestController
@RequestMapping("/api/v1/teams")
public final class TeamReadController {

    static final Queries LIST =
            Queries.of(
                    "/teams",
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);
    static final Queries ONE =
            Queries.of(
                    "/teams/{id}",
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    QueryParameter.MIN_POSITION);
    private final Teams teams;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Reads teams. */
    public TeamReadController(Teams teams, ReadPoints points, ViewPoints views) {
        this.teams = teams;
        this.points = points;
        this.views = views;
    }

    /** A page of teams. */
    record Page(List<TeamListed> teams, @Nullable String next) {}

    /** All teams. */
    @GetMapping
    public ResponseEntity<byte[]> list(Caller caller, HttpServletRequest request) {
        Readership.AT_WORK.require(caller);
        QueryValues query = views.query(LIST, request, Teams.VIEWS);
        Listed<TeamListed> listed =
                ViewPoints.from(query.place(), () -> teams.list(query.place(), query.limit()));
        return views.answerOfNobody(
                new Page(listed.items(), views.next(query, listed)), listed.position());
    }

    /** One team, as it stood. */
    @GetMapping("/{id}")
    public ResponseEntity<byte[]> team(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        Readership.AT_WORK.require(caller);
        QueryValues query = points.query(ONE, request);
        TeamId teamId = PathIds.of(id, TeamId::new, ProblemCode.TEAM_UNKNOWN);
        ReadPoint point = points.of(query);
        Team team =
                teams.team(teamId, point)
                        .orElseThrow(() -> new ProblemException(ProblemCode.TEAM_UNKNOWN));
        return views.answerOfNobody(team, point.position());
    }
}
