package org.refocusrecord.query.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.projection.StoryLog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class ReadingTeamsTest {

    private static final LocalDate TODAY = LocalDate.parse("2013-07-01");

    private final StoryLog log = new StoryLog();
    @AutoClose private final Views views = new Views(log);
    private final Teams teams = new Teams(views.reads, log, StoryLog.LONDON);

    private ReadPoint point(@Nullable Instant asOf, @Nullable Instant knownAt) {
        return ReadPoint.of(asOf, knownAt, TODAY, log, StoryLog.LONDON).orElseThrow();
    }

    private ReadPoint at(String asOf) {
        return point(Instant.parse(asOf), null);
    }

    @Test
    void teams_are_listed_by_their_ids() {
        for (int n = 3; n >= 1; n--) {
            new TeamStory(log, TeamStory.team(n));
        }
        TeamStory mistaken = new TeamStory(log, TeamStory.team(4));
        mistaken.inError(log.stream("team/" + TeamStory.team(4)).getFirst().commandId());
        views.start().caughtUp();
        Listed<TeamListed> first = teams.list(null, 2);

        assertThat(first.items())
                .extracting(TeamListed::teamId)
                .containsExactly(TeamStory.team(1), TeamStory.team(2));
        assertThat(teams.list(first.next(), 2).items())
                .extracting(TeamListed::teamId, TeamListed::name)
                .containsExactly(tuple(TeamStory.team(3), "North"));
    }

    @Test
    void a_team_is_as_it_stood() {
        TeamStory story = new TeamStory(log, TeamStory.TEAM);
        story.joined(1, "2012-01-01");
        story.left(1, "2012-05-01");
        Team team = teams.team(TeamStory.TEAM, at("2012-03-01T00:00:00Z")).orElseThrow();

        assertThat(team.trust()).isEqualTo("SLAM");
        assertThat(team.roster()).singleElement().extracting(Membership::to).isNull();
        assertThat(team.position()).isEqualTo(3);
        assertThat(team.day()).isEqualTo("2012-03-01");
        assertThat(team.knownAt()).isEqualTo(log.head().recordedAt());
    }

    @Test
    void a_team_in_error_is_still_there() {
        TeamStory story = new TeamStory(log, TeamStory.TEAM);
        story.inError(log.stream("team/" + TeamStory.TEAM).getFirst().commandId());
        Team team = teams.team(TeamStory.TEAM, at("2012-03-01T00:00:00Z")).orElseThrow();

        assertThat(team.name()).isNull();
        assertThat(teams.history(TeamStory.TEAM).orElseThrow().trust()).isEqualTo("SLAM");
    }

    @Test
    void what_is_not_there_is_not_there() {
        assertThat(teams.team(new TeamId(new UUID(2, 9)), at("2012-03-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void the_teams_of_a_study_are_those_allocated_to_it() {
        new TeamStory(log, TeamStory.team(1)).allocated(Arm.CONTROL, "2012-03-01");
        new TeamStory(log, TeamStory.team(2)).allocated(Arm.INTERVENTION, "2012-02-01");
        views.start().caughtUp();

        assertThat(teams.allocatedTo(TeamStory.STUDY))
                .containsExactly(
                        new Teams.Allocated(
                                TeamStory.team(2),
                                Arm.INTERVENTION,
                                null,
                                LocalDate.parse("2012-02-01")),
                        new Teams.Allocated(
                                TeamStory.team(1),
                                Arm.CONTROL,
                                null,
                                LocalDate.parse("2012-03-01")));
    }

    @Test
    void the_day_is_that_of_as_of_else_of_known_at_else_today() {
        log.record(
                "team/x",
                log.nextCommand(),
                new TeamStory().line().facts().getFirst().event(),
                null);
        Instant known = log.now();

        assertThat(
                        List.of(
                                at("2012-03-01T23:30:00Z").day(),
                                point(null, known).day(),
                                point(null, null).day()))
                .containsExactly(
                        LocalDate.parse("2012-03-01"),
                        LocalDate.parse("2010-01-01"),
                        LocalDate.parse("2013-07-01"));
    }

    @Test
    void an_empty_log_knows_nothing() {
        ReadPoint point = point(null, null);

        assertThat(point.position()).isZero();
        assertThat(point.knownAt()).isNull();
        assertThat(point.asOf()).isNull();
    }
}
