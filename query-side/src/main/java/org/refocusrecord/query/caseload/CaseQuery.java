package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.projection.Spans;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The question for a list of cases, put together: who asks, for which cases, from where on. */
final class CaseQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private String role = "null";

    CaseQuery(LocalDate today) {
        parameters.put("day", today);
        parameters.put("since", Company.since(today));
    }

    /** The same as {@link CaseRights}, for many cases at once. */
    CaseQuery readableBy(Caller caller) {
        Map<Role, String> rights = new EnumMap<>(Role.class);
        if (caller.is(Role.SERVICE_USER) && caller.serviceUserId() != null) {
            parameters.put("person", caller.serviceUserId().value());
            rights.put(Role.SERVICE_USER, "f.service_user_id = :person");
        }
        if (caller.is(Role.TEAM_LEADER) && caller.teams() != null) {
            rights.put(Role.TEAM_LEADER, ofTeams(caller.teams()));
        }
        if (caller.is(Role.AUDITOR) && caller.trust() != null) {
            parameters.put("trust", caller.trust());
            rights.put(
                    Role.AUDITOR,
                    caller.teams() == null
                            ? "f.trust = :trust"
                            : "(f.trust = :trust and " + ofTeams(caller.teams()) + ")");
        }
        if (caller.is(Role.WORKER) && caller.workerId() != null) {
            rights.put(Role.WORKER, onCaseload("reader", caller.workerId()));
        }
        conditions.add(
                rights.isEmpty() ? "false" : "(" + String.join(" or ", rights.values()) + ")");
        role = roleOf(rights);
        return this;
    }

    /** In which role a case of the list is read: of several rights by the first. */
    private static String roleOf(Map<Role, String> rights) {
        List<Role> roles = Asking.inOrder(rights.keySet());
        if (roles.size() < 2) {
            return roles.stream().map(CaseQuery::quoted).findFirst().orElse("null");
        }
        StringBuilder first = new StringBuilder("case");
        for (Role one : roles) {
            first.append(" when ").append(rights.get(one)).append(" then ").append(quoted(one));
        }
        return first.append(" end").toString();
    }

    private static String quoted(Role one) {
        return "'" + one + "'";
    }

    CaseQuery matching(CaseFilter filter) {
        if (filter.teamId() != null) {
            conditions.add("s.team_id = :team");
            parameters.put("team", filter.teamId().value());
        }
        if (filter.workerId() != null) {
            conditions.add(onCaseload("worker", filter.workerId()));
        }
        if (filter.state() != null) {
            conditions.add("coalesce(s.state, 'CLOSED') = :state");
            parameters.put("state", filter.state().name());
        }
        return this;
    }

    CaseQuery after(@Nullable CaseId last) {
        if (last != null) {
            conditions.add("f.case_id > :after");
            parameters.put("after", last.value());
        }
        return this;
    }

    private String ofTeams(Set<TeamId> teams) {
        parameters.put("teams", teams.stream().map(TeamId::value).toArray(UUID[]::new));
        return "s.team_id = any(:teams)";
    }

    private String onCaseload(String parameter, WorkerId worker) {
        parameters.put(parameter, worker.value());
        return """
        (f.care_coordinator = :%1$s or f.key_worker = :%1$s
          or (s.team_id in (select m.team_id from refocus_views.team_member m
                             where m.worker_id = :%1$s and %2$s)
              and exists (select from refocus_views.case_worker w
                           where w.case_id = f.case_id and w.worker_id = :%1$s
                             and w.latest_on >= :since)))\
        """
                .formatted(parameter, Spans.cover("m", ":day"));
    }

    String sql(int limit) {
        String where = conditions.stream().map(" and "::concat).reduce("", String::concat);
        return """
        select f.case_id, f.service_user_id, s.team_id, f.care_coordinator, f.opened_on,
               coalesce(s.state, 'CLOSED') as state, f.last_session_at, f.version, %s as role
          from refocus_views.case_file f
          left join refocus_views.case_span s on s.case_id = f.case_id and %s
         where f.opened_on is not null%s order by f.case_id limit %d\
        """
                .formatted(role, Spans.cover("s", ":day"), where, limit);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
