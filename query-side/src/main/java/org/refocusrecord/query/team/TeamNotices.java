package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.Spans;
import org.refocusrecord.query.projection.ViewReads;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The notices of a team: those of the cases that are with it today, since reading follows the team
 * of today, and its own data gaps. Staff are asked against the roster of the team of that day.
 */
public final class TeamNotices {

    /** The views that are asked, all as they are at one moment. */
    public static final List<String> VIEWS = List.of(NoticesView.NAME, "caseload", TeamsView.NAME);

    private static final String NOTICES =
            """
            with ours as (
                select case_id from refocus_views.case_span s where team_id = :team and %s
            ), notices as (
                select code, case_id, session_id, entry_id, occurred_at
                  from refocus_views.notice join ours using (case_id)
                union all
                select distinct 'staff.not-on-roster', n.case_id, n.session_id, n.entry_id,
                       n.occurred_at
                  from refocus_views.staff_named n join ours using (case_id)
                 where not exists (
                    select from refocus_views.team_member m
                     where m.team_id = n.team_id and m.worker_id = n.worker_id and %s)
                union all
                select 'team.data-gap', null, null, command_id, occurred_at
                  from refocus_views.team_gap where team_id = :team
            )
            select code, case_id, session_id, entry_id, occurred_at from notices
             where (occurred_at, code collate "C", entry_id) > (:at, :code collate "C", :entry)
             order by occurred_at, code collate "C", entry_id limit :limit\
            """
                    .formatted(Spans.cover("s", ":day"), Spans.cover("m", "n.day"));
    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");
    private static final UUID FIRST = new UUID(0, 0);

    private final ViewReads reads;

    /** Reads the views. */
    public TeamNotices(ViewReads reads) {
        this.reads = reads;
    }

    /** The notices of a team, in the order of the line. */
    public Listed<TeamNotice> list(
            TeamId team, LocalDate today, @Nullable List<String> after, int limit) {
        return Listed.of(
                reads.ask(VIEWS, client -> notices(client, team, today, after, limit + 1)),
                limit,
                item ->
                        List.of(
                                item.occurredAt().toString(),
                                item.code(),
                                item.entryId().toString()));
    }

    private static List<TeamNotice> notices(
            JdbcClient client,
            TeamId team,
            LocalDate today,
            @Nullable List<String> after,
            int limit) {
        Instant at = after == null ? BEFORE_ALL : Instant.parse(after.getFirst());
        return client.sql(NOTICES)
                .param("team", team.value())
                .param("day", today)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("code", after == null ? "" : after.get(1))
                .param("entry", after == null ? FIRST : UUID.fromString(after.get(2)))
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    private static TeamNotice notice(ResultSet row) throws SQLException {
        UUID ofCase = row.getObject(2, UUID.class);
        UUID session = row.getObject(3, UUID.class);
        return new TeamNotice(
                row.getString(1),
                ofCase == null ? null : new CaseId(ofCase),
                session == null ? null : new CommandId(session),
                new AnyId(row.getObject(4, UUID.class)),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
