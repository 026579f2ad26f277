package org.refocusrecord.query.door;

import java.time.LocalDate;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.participation.Participation;
import org.refocusrecord.query.participation.ParticipationPolicy;
import org.refocusrecord.query.participation.TeamParticipation;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.Team;
import org.refocusrecord.query.team.TeamHistory;
import org.refocusrecord.query.team.TeamListed;
import org.refocusrecord.query.team.TeamNotice;
import org.refocusrecord.query.team.TeamNotices;
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

import java.util.List;

/** Teams: who is in them, how they take part, and what is odd in their cases. */
@RestController
@RequestMapping("/api/v1/teams")
public final class TeamReadController {

    static final QueryParameter<String> POLICY =
            QueryParameter.text("policy", "By this policy; participation-1 if left out.", 40);

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
    static final Queries PARTICIPATION =
            Queries.of(
                    "/teams/{id}/participation",
                    QueryParameter.AS_OF,
                    QueryParameter.KNOWN_AT,
                    POLICY,
                    QueryParameter.MIN_POSITION);
    static final Queries NOTICES =
            Queries.of(
                    "/teams/{id}/notices",
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final Teams teams;
    private final TeamParticipation participation;
    private final TeamNotices notices;
    private final ReadPoints points;
    private final ViewPoints views;

    /** Reads teams. */
    public TeamReadController(
            Teams teams,
            TeamParticipation participation,
            TeamNotices notices,
            ReadPoints points,
            ViewPoints views) {
        this.teams = teams;
        this.participation = participation;
        this.notices = notices;
        this.points = points;
        this.views = views;
    }

    /** A page of teams. */
    record Page(List<TeamListed> teams, @Nullable String next) {}

    /** A page of notices: those of the cases that the team has on a day. */
    record Notices(List<TeamNotice> notices, @Nullable String next, LocalDate day) {}

    /** All teams. */
    @GetMapping
    public ResponseEntity<byte[]> list(Caller caller, HttpServletRequest request) {
        Readership.AT_WORK.require(caller);
        QueryValues query = views.query(LIST, request, Teams.VIEWS);
        Listed<TeamListed> listed =
                ViewPoints.from(query.place(), () -> teams.list(query.place(), query.limit()));
        return views.answer(new Page(listed.items(), views.next(query, listed)), listed.position());
    }

    /** One team, as it stood. */
    @GetMapping("/{id}")
    public ResponseEntity<byte[]> team(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        Readership.AT_WORK.require(caller);
        TeamId teamId = PathIds.of(id, TeamId::new, ProblemCode.TEAM_UNKNOWN);
        ReadPoint point = points.of(points.query(ONE, request));
        return views.answer(team(teamId, point), point.position());
    }

    private Team team(TeamId teamId, ReadPoint point) {
        return teams.team(teamId, point)
                .orElseThrow(() -> new ProblemException(ProblemCode.TEAM_UNKNOWN));
    }

    /**
     * How a team takes part; a leader and an auditor see index and class once the window has
     * closed.
     */
    @GetMapping("/{id}/participation")
    public ResponseEntity<byte[]> participation(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        Readership.PARTICIPATION.require(caller);
        TeamId teamId = PathIds.of(id, TeamId::new, ProblemCode.TEAM_UNKNOWN);
        QueryValues query = points.query(PARTICIPATION, request);
        ParticipationPolicy policy = policy(query.get(POLICY));
        ReadPoint point = points.of(query);
        TeamHistory history = history(teamId);
        boolean researcher = TeamScope.researches(caller, history.as(null, null));
        if (!researcher
                && !TeamScope.leads(caller, teamId)
                && !TeamScope.audits(caller, teamId, history.trust())) {
            throw new ProblemException(ProblemCode.TEAM_UNKNOWN);
        }
        views.await(TeamParticipation.VIEWS, point.position());
        Participation counted =
                participation
                        .of(teamId, point, policy)
                        .orElseThrow(() -> new ProblemException(ProblemCode.TEAM_UNKNOWN));
        return views.answer(
                researcher || Boolean.TRUE.equals(counted.closed())
                        ? counted
                        : counted.withoutClass(),
                point.position());
    }

    private TeamHistory history(TeamId teamId) {
        return teams.history(teamId)
                .orElseThrow(() -> new ProblemException(ProblemCode.TEAM_UNKNOWN));
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

    /** What is odd in the team's cases, and its data gaps. */
    @GetMapping("/{id}/notices")
    public ResponseEntity<byte[]> notices(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        Readership.NOTICES.require(caller);
        TeamId teamId = PathIds.of(id, TeamId::new, ProblemCode.TEAM_UNKNOWN);
        QueryValues query = views.query(NOTICES, request, TeamNotices.VIEWS);
        String trust = history(teamId).trust();
        if (!TeamScope.leads(caller, teamId) && !TeamScope.audits(caller, teamId, trust)) {
            throw new ProblemException(ProblemCode.TEAM_UNKNOWN);
        }
        LocalDate today = views.today();
        Listed<TeamNotice> listed =
                ViewPoints.from(
                        query.place(),
                        () -> notices.list(teamId, today, query.place(), query.limit()));
        return views.answer(
                new Notices(listed.items(), views.next(query, listed), today), listed.position());
    }
}
