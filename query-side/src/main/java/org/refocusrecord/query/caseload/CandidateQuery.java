package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The question for cases that a filter may mean, put together. */
final class CandidateQuery {

    private final CandidateFilter filter;
    private final CaseOrder order;
    private final @Nullable CaseId last;
    private final boolean ofTeams;
    private final String caseId;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    CandidateQuery(CandidateFilter filter, CaseOrder order, @Nullable CaseId last) {
        this.filter = filter;
        this.order = order;
        this.last = last;
        this.ofTeams = filter.teamId() != null || filter.teams() != null;
        this.caseId = ofTeams ? "ever.case_id" : "f.case_id";
        order.set(last, parameters);
        inScope();
        if (filter.goals() != null) {
            withGoals(filter.goals());
        }
    }

    private void inScope() {
        if (filter.trust() != null) {
            conditions.append(" and f.trust = :trust");
            parameters.put("trust", filter.trust());
        }
        if (filter.teamId() != null) {
            parameters.put("team", filter.teamId().value());
        }
        if (filter.teams() != null) {
            parameters.put(
                    "teams", filter.teams().stream().map(TeamId::value).toArray(UUID[]::new));
        }
        if (filter.teamId() != null && filter.teams() != null) {
            conditions.append(
                    """
                     and exists (select from refocus_views.case_team t
                                  where t.case_id = ever.case_id and t.team_id = any(:teams))\
                    """);
        }
    }

    private void withGoals(CandidateFilter.Goals goals) {
        String within = "";
        if (goals.from() != null) {
            within += " and g.last_at >= :from";
            parameters.put("from", goals.from().atOffset(ZoneOffset.UTC));
        }
        if (goals.to() != null) {
            within += " and g.first_at <= :to";
            parameters.put("to", goals.to().atOffset(ZoneOffset.UTC));
        }
        if (goals.party() != null) {
            withGoal(within + " and g.party = :party");
            parameters.put("party", goals.party().name());
        }
        if (goals.workerId() != null) {
            withGoal(within + " and g.party = 'STAFF' and g.person_id = :worker");
            parameters.put("worker", goals.workerId().toString());
        }
        if (goals.party() == null && goals.workerId() == null) {
            // Most cases have some: of a team's they are looked for in one case after the other.
            withGoal(within + (ofTeams ? " offset 0" : ""));
        }
    }

    private void withGoal(String such) {
        conditions.append(
                " and exists (select from refocus_views.goal_person g where g.case_id = %s%s)"
                        .formatted(caseId, such));
    }

    /** The next ones: id, about how many events, and that nothing of them waits. */
    String sql(int limit) {
        return "select %s as case_id, f.version, false as waits from %s%s order by %s limit %d"
                .formatted(caseId, from(), conditions, order.key(caseId), limit);
    }

    /**
     * From the teams' cases on, which may be few, and of each what is known of it: however the
     * database reckons, it looks at no case of other teams.
     */
    private String from() {
        if (!ofTeams) {
            return "refocus_views.case_file f where " + order.isBehind(caseId, last);
        }
        return """
        (select distinct t.case_id from refocus_views.case_team t
          where t.team_id = %s and %s) ever
         cross join lateral (select * from refocus_views.case_file c
                              where c.case_id = ever.case_id offset 0) f
         where true\
        """
                .formatted(
                        filter.teamId() == null ? "any(:teams)" : ":team",
                        order.isBehind("t.case_id", last));
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
