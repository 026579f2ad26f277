package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.access.What;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.team.TeamNotice;
import org.refocusrecord.query.team.TeamNotices;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;
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

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is odd in a team's cases, and its data gaps. */
@RestController
@RequestMapping("/api/v1/teams/{id}/notices")
public final class TeamNoticesController {

    static final Queries QUERY =
            Queries.of(
                    "/teams/{id}/notices",
                    QueryParameter.LIMIT,
                    QueryParameter.CURSOR,
                    QueryParameter.MIN_POSITION);

    private final Teams teams;
    private final TeamNotices notices;
    private final ViewPoints views;
    private final AccessLog accesses;

    /** Reads the notices of these teams; whose records are shown is told. */
    public TeamNoticesController(
            Teams teams, TeamNotices notices, ViewPoints views, AccessLog accesses) {
        this.teams = teams;
        this.notices = notices;
        this.views = views;
        this.accesses = accesses;
    }

    /** A page of notices: those of the cases that the team has on a day. */
    record Notices(List<TeamNotice> notices, @Nullable String next, LocalDate day) {}

    /** What is odd in the team's cases, and its data gaps. */
    @GetMapping
    public ResponseEntity<byte[]> notices(
            @PathVariable String id,
            Caller caller,
            @Nullable Purpose purpose,
            HttpServletRequest request) {
        Readership.NOTICES.require(caller);
        QueryValues query = views.query(QUERY, request, TeamNotices.VIEWS);
        TeamId teamId = PathIds.of(id, TeamId::new, ProblemCode.TEAM_UNKNOWN);
        String trust = TeamScope.history(teams, teamId).trust();
        if (!TeamScope.leads(caller, teamId) && !caller.audits(trust, teamId)) {
            throw new ProblemException(ProblemCode.TEAM_UNKNOWN);
        }
        Asking asking = accesses.asks(caller, purpose, What.NOTICES, query);
        LocalDate today = views.today();
        Listed<TeamNotice> listed =
                ViewPoints.from(
                        query.place(),
                        () -> notices.list(teamId, today, query.place(), query.limit()));
        return views.answer(
                new Notices(listed.items(), views.next(query, listed), today),
                asking.showing(cases(listed, roleOf(caller, teamId))),
                listed.position());
    }

    private static Role roleOf(Caller caller, TeamId team) {
        return TeamScope.leads(caller, team) ? Role.TEAM_LEADER : Role.AUDITOR;
    }

    /** A team's own data gaps are of no case. */
    private static Map<CaseId, Role> cases(Listed<TeamNotice> listed, Role role) {
        return listed.items().stream()
                .map(TeamNotice::caseId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(one -> one, _ -> role));
    }
}
