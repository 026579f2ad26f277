package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.query.team.TeamsView;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Names are part of what a view holds: a fold that writes others does not go live by itself. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FoldingOtherNamesTest {

    private static final Projector TEAMS = TeamsView.projector(StoryLog.LONDON);

    private final StoryLog log = new StoryLog();
    @AutoClose private final Views views = new Views(log);

    /** What the view has of a team in the North that is in a study, but for what it is called. */
    private static Projector calling(String name, @Nullable String locality) {
        Map<String, Row> rows =
                Map.of(
                        "team", Row.of(TeamStory.TEAM, "SLAM", name, "RECOVERY"),
                        "team_allocation",
                                Row.of(
                                        TeamStory.TEAM,
                                        TeamStory.STUDY,
                                        Arm.INTERVENTION,
                                        null,
                                        locality,
                                        LocalDate.parse("2012-02-01")),
                        "team_study", Row.of(TeamStory.TEAM, TeamStory.STUDY));
        Map<ViewTable, List<Row>> folded = new HashMap<>();
        for (ViewTable table : TEAMS.tables()) {
            Row row = rows.get(table.name());
            folded.put(table, row == null ? List.of() : List.of(row));
        }
        return new StreamProjector(
                TeamsView.NAME, TEAMS.version() + 1, "team/", TEAMS.tables(), _ -> folded);
    }

    @ParameterizedTest
    @CsvSource({"South,,team", "North,Elsewhere,team_allocation"})
    void it_is_refused_at_the_gate(String name, @Nullable String locality, String differs) {
        new TeamStory(log, TeamStory.TEAM).allocated(Arm.INTERVENTION, "2012-02-01");
        try (Node older = new Node(views, "older", log, List.of(TEAMS), 1, 7)) {
            older.follower.prepare();
            older.all();
        }
        List<Projector> other = List.of(calling(name, locality));
        try (Node newer = new Node(views, "newer", log, other, 1, 7)) {
            newer.follower.prepare();
            Projections seen = new Projections(log, views.dataSource, other, newer.follower);
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (rebuild(seen).state() == RebuildStatus.State.FOLDING || !rebuild(seen).told()) {
                assertThat(System.nanoTime()).isLessThan(end);
                newer.follower.step();
                newer.follower.rebuild();
            }

            assertThat(rebuild(seen).differs())
                    .containsExactly(
                            new Difference("team/" + TeamStory.TEAM, differs, 1, 1, false, false));
            assertThat(seen.status().getFirst().version()).isEqualTo(TEAMS.version());
        }
    }

    private static RebuildStatus rebuild(Projections seen) {
        return Objects.requireNonNull(seen.status().getFirst().rebuild());
    }
}
