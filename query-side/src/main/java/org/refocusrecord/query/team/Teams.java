package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamType;
import org.refocusrecord.events.team.Wave;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.projection.ViewReads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Teams: a list of them, and each as it stood. */
public final class Teams {

    /** The view that lists are asked of. */
    public static final List<String> VIEWS = List.of(TeamsView.NAME);

    private static final UUID FIRST = new UUID(0, 0);

    private final ViewReads reads;
    private final EventFeed feed;
    private final ZoneId zone;

    /** Reads the view for lists, and the log for one team. */
    public Teams(ViewReads reads, EventFeed feed, ZoneId zone) {
        this.reads = reads;
        this.feed = feed;
        this.zone = zone;
    }

    /** All teams of all trusts but those in error, by their ids. */
    public Listed<TeamListed> list(@Nullable List<String> after, int limit) {
        UUID last = after == null ? FIRST : UUID.fromString(after.getFirst());
        return Listed.of(
                reads.ask(
                        VIEWS,
                        client ->
                                client.sql(
                                                """
                                                select team_id, trust, name, official_type
                                                  from refocus_views.team where team_id > :after
                                                 order by team_id limit :limit\
                                                """)
                                        .param("after", last)
                                        .param("limit", limit + 1)
                                        .query((row, _) -> listed(row))
                                        .list()),
                limit,
                item -> List.of(item.teamId().toString()));
    }

    private static TeamListed listed(ResultSet row) throws SQLException {
        return new TeamListed(
                new TeamId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                TeamType.valueOf(row.getString(4)));
    }

    /** One team's history; empty where there is no such team. */
    public Optional<TeamHistory> history(TeamId team) {
        List<RecordedEvent> stream = feed.stream("team/" + team);
        return stream.isEmpty() ? Optional.empty() : Optional.of(TeamHistory.of(stream, zone));
    }

    /** One team as it stood; empty where there is no such team. */
    public Optional<Team> team(TeamId team, ReadPoint point) {
        return history(team)
                .map(history -> Team.of(history.as(point.asOf(), point.knownAt()), point));
    }

    /** A team of a study. */
    public record Allocated(TeamId teamId, Arm arm, @Nullable Wave wave, LocalDate startsOn) {}

    /** The teams allocated to a study, as it stands. */
    public List<Allocated> allocatedTo(StudyId study) {
        return reads.ask(
                        VIEWS,
                        client ->
                                client.sql(
                                                """
                                                select team_id, arm, wave, locality, starts_on
                                                  from refocus_views.team_allocation
                                                 where study_id = :study
                                                 order by starts_on, team_id\
                                                """)
                                        .param("study", study.value())
                                        .query((row, _) -> allocated(row))
                                        .list())
                .value();
    }

    /** The teams that were ever said to be in a study, whether they are or not. */
    public List<TeamId> everIn(StudyId study) {
        return reads.ask(
                        VIEWS,
                        client ->
                                client.sql(
                                                """
                                                select team_id from refocus_views.team_study
                                                 where study_id = ? order by team_id\
                                                """)
                                        .param(study.value())
                                        .query((row, _) -> new TeamId(row.getObject(1, UUID.class)))
                                        .list())
                .value();
    }

    private static Allocated allocated(ResultSet row) throws SQLException {
        String locality = row.getString(4);
        return new Allocated(
                new TeamId(row.getObject(1, UUID.class)),
                Arm.valueOf(row.getString(2)),
                locality == null ? null : new Wave(locality, row.getInt(3)),
                row.getObject(5, LocalDate.class));
    }
}
