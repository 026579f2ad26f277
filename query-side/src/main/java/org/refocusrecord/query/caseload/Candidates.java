package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the cases in which to look for what once was. What a case holds at a moment is folded from
 * the log; here it is only found out which cases cannot be meant. Of a case that waits because an
 * event of it could not be applied that is not known here.
 */
public final class Candidates {

    /** The view that knows whose goals are where; it belongs to the audit of goals. */
    private static final String GOAL_PEOPLE = "goal-people";

    private static final List<String> OF_CASES = List.of(CaseloadView.NAME);
    private static final List<String> OF_GOALS = List.of(CaseloadView.NAME, GOAL_PEOPLE);

    /** About as many as the longest have: what waits has not told how long it is. */
    private static final int EVENTS_OF_WHAT_WAITS = 1_000;

    /** In which views what waits may be meant. */
    private static final String WAITING = "waiting";

    private final ViewReads reads;

    /** Asks these views. */
    public Candidates(ViewReads reads) {
        this.reads = reads;
    }

    /** The views that are asked. */
    public static List<String> views(CandidateFilter filter) {
        return filter.goals() == null ? OF_CASES : OF_GOALS;
    }

    /** The next cases by their ids, behind one (null: from the first), at most so many. */
    public List<Candidate> after(@Nullable CaseId last, CandidateFilter filter, int limit) {
        return after(last, filter, CaseOrder.byId(), limit);
    }

    /**
     * The next cases in an order by chance, behind one (null: from the first), at most so many. It
     * is the same for the same seed, wherever and whenever they are drawn. All of them are looked
     * at each time, so that none has to be kept meanwhile.
     */
    public List<Candidate> drawn(
            long seed, @Nullable CaseId last, CandidateFilter filter, int limit) {
        return after(last, filter, CaseOrder.byLot(seed), limit);
    }

    private List<Candidate> after(
            @Nullable CaseId last, CandidateFilter filter, CaseOrder order, int limit) {
        CandidateQuery query = new CandidateQuery(filter, order, last);
        Found found = new Found(views(filter), query.sql(limit), query.parameters());
        return asked(found, order, last, limit);
    }

    /**
     * The next cases that somebody may read today. Of those that wait only an auditor is told: of
     * what he misses nobody else would tell him.
     */
    public List<Candidate> readable(
            Caller caller, LocalDate today, @Nullable CaseId last, int limit) {
        CaseQuery query = new CaseQuery(today).readableBy(caller).after(last);
        Map<String, Object> parameters = new HashMap<>(query.parameters());
        List<String> waiting = caller.is(Role.AUDITOR) ? OF_CASES : List.of();
        parameters.put(WAITING, waiting.toArray(String[]::new));
        Found found = new Found(Caseload.VIEWS, query.ids(limit), parameters);
        return asked(found, CaseOrder.byId(), last, limit);
    }

    /** Where cases are looked for of which nothing waits. */
    private record Found(List<String> views, String sql, Map<String, Object> parameters) {}

    private List<Candidate> asked(Found found, CaseOrder order, @Nullable CaseId last, int limit) {
        found.parameters().putIfAbsent(WAITING, found.views().toArray(String[]::new));
        String sql =
                """
                select c.case_id, max(c.version), bool_or(c.waits) from (
                    (%1$s)
                    union all
                    (select p.case_id, %2$d, true from (
                        select distinct substr(stream, 6)::uuid as case_id
                          from refocus_views.parked
                         where name = any(:waiting) and starts_with(stream, 'case/')) p
                      where %3$s order by %4$s limit %5$d)) c
                 group by c.case_id order by %6$s limit %5$d
                """
                        .formatted(
                                found.sql(),
                                EVENTS_OF_WHAT_WAITS,
                                order.isBehind("p.case_id", last),
                                order.key("p.case_id"),
                                limit,
                                order.key("c.case_id"));
        return reads.ask(found.views(), client -> asked(client, sql, found.parameters())).value();
    }

    private static List<Candidate> asked(
            JdbcClient client, String sql, Map<String, Object> parameters) {
        return client.sql(sql)
                .params(parameters)
                .query((row, _) ->
                        new Candidate(
                                new CaseId(row.getObject(1, UUID.class)),
                                row.getLong(2),
                                row.getBoolean(3)))
                .list();
    }
}
