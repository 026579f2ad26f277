package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.Positions;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.record.CaseSummary.State;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Cases as they stand today: lists of them, and who may read them. */
public final class Caseload {

    /** The views that are asked; the rosters of teams are in another than the cases. */
    public static final List<String> VIEWS = List.of(CaseloadView.NAME, "teams");

    private static final String FILE =
            """
            select f.case_id, f.service_user_id, f.trust, s.team_id, f.care_coordinator,
                   f.key_worker
              from refocus_views.case_file f
              left join refocus_views.case_span s on s.case_id = f.case_id
                   and s.from_day <= :day and (s.to_day is null or s.to_day >= :day)
             where f.case_id = :case\
            """;

    private final ViewReads reads;
    private final Positions positions;
    private final EventFeed feed;

    /** Reads the views, and waits for them where they lag behind the log. */
    public Caseload(ViewReads reads, Positions positions, EventFeed feed) {
        this.reads = reads;
        this.positions = positions;
        this.feed = feed;
    }

    /** The cases that somebody may read and asks for, by their ids. */
    public Listed<CaseListed> list(
            Reader reader,
            CaseFilter filter,
            LocalDate today,
            @Nullable List<String> after,
            int limit) {
        CaseId last = after == null ? null : CaseId.of(after.getFirst());
        CaseQuery query = new CaseQuery(today).readableBy(reader).matching(filter).after(last);
        return Listed.of(
                reads.ask(
                        VIEWS,
                        client ->
                                client.sql(query.sql(limit + 1))
                                        .params(query.parameters())
                                        .query((row, _) -> listed(row))
                                        .list()),
                limit,
                item -> List.of(item.caseId().toString()));
    }

    /**
     * Whether somebody may read a case. A refusal is never due to a view that lags behind: before
     * it is given, the views have come to the log's head.
     */
    public boolean mayRead(Reader reader, CaseId caseId, LocalDate today) {
        if (isReadable(reader, caseId, today)) {
            return true;
        }
        long head = feed.head().position();
        if (positions.of(VIEWS) >= head) {
            return false;
        }
        positions.await(VIEWS, head, Positions.MOST);
        return isReadable(reader, caseId, today);
    }

    private boolean isReadable(Reader reader, CaseId caseId, LocalDate today) {
        return reads.ask(
                        VIEWS,
                        client -> {
                            WorkerId worker = reader.workerId();
                            Set<TeamId> rosters =
                                    worker == null ? Set.of() : rosters(client, worker, today);
                            return file(client, caseId, today)
                                    .map(file -> file.mayBeReadBy(reader, rosters, today))
                                    .orElse(false);
                        })
                .value();
    }

    /** What decides who may read a case; empty where there is no such case. */
    public Optional<CaseFile> file(CaseId caseId, LocalDate today) {
        return reads.ask(VIEWS, client -> file(client, caseId, today)).value();
    }

    /** The teams on whose roster a worker is today. */
    public Set<TeamId> rosters(WorkerId worker, LocalDate today) {
        return reads.ask(VIEWS, client -> rosters(client, worker, today)).value();
    }

    private static Set<TeamId> rosters(JdbcClient client, WorkerId worker, LocalDate today) {
        return Set.copyOf(
                client.sql(
                                """
                                select distinct team_id from refocus_views.team_member
                                 where worker_id = :worker and from_day <= :day
                                   and (to_day is null or to_day >= :day)\
                                """)
                        .param("worker", worker.value())
                        .param("day", today)
                        .query((row, _) -> new TeamId(row.getObject(1, UUID.class)))
                        .list());
    }

    private static Optional<CaseFile> file(JdbcClient client, CaseId caseId, LocalDate today) {
        Map<WorkerId, LocalDate> company = new HashMap<>();
        client.sql("select worker_id, latest_on from refocus_views.case_worker where case_id = ?")
                .param(caseId.value())
                .query(row -> {
                    company.put(
                            new WorkerId(row.getObject(1, UUID.class)),
                            row.getObject(2, LocalDate.class));
                });
        return client.sql(FILE)
                .param("case", caseId.value())
                .param("day", today)
                .query((row, _) -> file(row, company))
                .optional();
    }

    private static CaseFile file(ResultSet row, Map<WorkerId, LocalDate> company)
            throws SQLException {
        UUID team = row.getObject(4, UUID.class);
        return new CaseFile(
                new CaseId(row.getObject(1, UUID.class)),
                new ServiceUserId(row.getObject(2, UUID.class)),
                row.getString(3),
                team == null ? null : new TeamId(team),
                worker(row.getObject(5, UUID.class)),
                worker(row.getObject(6, UUID.class)),
                Map.copyOf(company));
    }

    private static @Nullable WorkerId worker(@Nullable UUID id) {
        return id == null ? null : new WorkerId(id);
    }

    private static CaseListed listed(ResultSet row) throws SQLException {
        UUID team = row.getObject(3, UUID.class);
        UUID coordinator = row.getObject(4, UUID.class);
        OffsetDateTime lastSession = row.getObject(7, OffsetDateTime.class);
        return new CaseListed(
                new CaseId(row.getObject(1, UUID.class)),
                new ServiceUserId(row.getObject(2, UUID.class)),
                team == null ? null : new TeamId(team),
                coordinator == null ? null : new Person(Party.STAFF, coordinator.toString()),
                row.getObject(5, LocalDate.class),
                State.valueOf(row.getString(6)),
                lastSession == null ? null : lastSession.toInstant(),
                row.getLong(8));
    }
}
