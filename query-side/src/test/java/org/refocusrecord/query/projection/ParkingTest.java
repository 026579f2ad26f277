package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ViewTable.Column;
import org.refocusrecord.query.team.TeamStory;

import java.util.List;
import java.util.Map;

/** An event that cannot be applied waits with all later ones of its case; others go on. */
class ParkingTest {

    private static final ViewTable TABLE =
            new ViewTable(
                    "case_team", new Column("case_id", "uuid"), new Column("team_id", "uuid"));

    private static final ViewTable OTHER =
            new ViewTable("retention", new Column("case_id", "uuid"));

    private final StoryLog log = new StoryLog();
    @AutoClose private final Views views = new Views(log);
    private boolean broken = true;
    private long poisoned;

    /** A row an event, unless the fold is broken. */
    private final Projector projector =
            new StreamProjector(
                    "rows", 1, "case/", List.of(TABLE), stream -> Map.of(TABLE, rows(stream)));

    private final Follower follower = following(projector, 10);
    private final Projections projections =
            new Projections(log, views.dataSource, List.of(projector), follower);
    private final CaseInLog ill = new CaseInLog(log, 1, TeamStory.TEAM, "2012-01-05");
    private final CaseInLog well = new CaseInLog(log, 2, TeamStory.TEAM, "2012-01-05");

    private Follower following(Projector of, int pageSize) {
        return new Follower(
                log,
                views.dataSource,
                views.unpooled,
                List.of(of),
                views.positions,
                new Segments(1),
                pageSize);
    }

    private List<Row> rows(List<RecordedEvent> stream) {
        if (broken && stream.stream().anyMatch(event -> event.position() == poisoned)) {
            throw new IllegalStateException("what somebody said");
        }
        return stream.stream().map(event -> Row.of(event.commandId(), TeamStory.TEAM)).toList();
    }

    @BeforeEach
    void a_case_with_an_event_that_cannot_be_applied() {
        ill.session(1, "2012-02-01T10:00:00Z");
        well.session(1, "2012-02-01T10:00:00Z");
        ill.session(1, "2012-02-02T10:00:00Z");
        poisoned = log.head().position();
        ill.session(1, "2012-02-03T10:00:00Z");
        well.session(1, "2012-02-03T10:00:00Z");
        follower.prepare();
        all();
    }

    private void all() {
        while (follower.step()) {
            assertThat(follower.fault()).isNull();
        }
    }

    private long held() {
        return projections.status().getFirst().count();
    }

    @Test
    void only_its_own_case_is_parked() {
        assertThat(projections.parked())
                .singleElement()
                .satisfies(parked -> {
                    assertThat(parked.stream()).isEqualTo(ill.stream());
                    assertThat(parked.firstPosition()).isEqualTo(poisoned);
                    assertThat(parked.lastPosition()).isEqualTo(poisoned + 1);
                    assertThat(parked.events()).isEqualTo(2);
                });
        // All three of the one, and of the other those before.
        assertThat(held()).isEqualTo(3 + 2);
        assertThat(projections.status().getFirst().position()).isEqualTo(log.head().position());
    }

    @Test
    void the_cause_says_where_and_not_what_somebody_said() {
        assertThat(projections.parked().getFirst().cause())
                .contains("IllegalStateException", "ParkingTest")
                .doesNotContain("what somebody said");
    }

    @Test
    void later_events_of_the_case_wait_too() {
        ill.session(1, "2012-02-04T10:00:00Z");
        well.session(1, "2012-02-04T10:00:00Z");
        all();

        assertThat(projections.parked().getFirst().events()).isEqualTo(3);
        assertThat(held()).isEqualTo(4 + 2);
    }

    @Test
    void released_with_mended_code_it_holds_all() {
        broken = false;

        assertThat(projections.release(ill.stream())).isEmpty();

        assertThat(projections.parked()).isEmpty();
        assertThat(held()).isEqualTo(3 + 4);
        assertThat(projections.recounted("rows"))
                .isEqualTo(projections.status().getFirst().digest());
    }

    @Test
    void equal_rows_are_counted_each() {
        Projector doubling =
                new StreamProjector(
                        "doubling",
                        1,
                        "case/",
                        List.of(OTHER),
                        stream ->
                                Map.of(
                                        OTHER,
                                        stream.stream().map(_ -> Row.of(well.caseId())).toList()));
        follower.close();
        Follower other = following(doubling, 1);
        other.prepare();
        while (other.step()) {
            assertThat(other.fault()).isNull();
        }
        Projections both =
                new Projections(log, views.dataSource, List.of(projector, doubling), other);

        assertThat(both.status())
                .filteredOn(status -> status.name().equals("doubling"))
                .singleElement()
                .extracting(ProjectionStatus::digest)
                .isEqualTo(both.recounted("doubling"));
    }

    @Test
    void released_with_the_same_code_it_is_parked_again() {
        assertThat(projections.release(ill.stream()))
                .singleElement()
                .satisfies(parked -> assertThat(parked.events()).isEqualTo(2));
        assertThat(held()).isEqualTo(3 + 2);
    }

    @Test
    void a_broken_history_parks_its_case_in_the_real_views() {
        // An entry of a session that was never held.
        log.record(ill.stream(), log.nextCommand(), ill.goalSet(), null);
        follower.close();
        views.start().caughtUp();

        assertThat(views.projections.parked())
                .extracting(Parked::stream)
                .containsOnly(ill.stream());
        assertThat(views.projections.parked())
                .extracting(Parked::projection)
                .containsExactlyInAnyOrder("rows", "caseload", "retention", "notices");
    }

    @Test
    void a_value_that_the_table_refuses_parks_its_case_too() {
        Projector refused =
                new StreamProjector(
                        "refused",
                        1,
                        "case/",
                        List.of(TABLE),
                        stream ->
                                Map.of(
                                        TABLE,
                                        List.of(
                                                stream.getFirst().stream().equals(ill.stream())
                                                        ? Row.of("no id", TeamStory.TEAM)
                                                        : Row.of(well.caseId(), TeamStory.TEAM))));
        follower.close();
        Follower other = following(refused, 10);
        other.prepare();
        while (other.step()) {
            assertThat(other.fault()).isNull();
        }

        assertThat(projections.parked())
                .filteredOn(parked -> parked.projection().equals("refused"))
                .singleElement()
                .satisfies(parked -> {
                    assertThat(parked.stream()).isEqualTo(ill.stream());
                    assertThat(parked.cause()).contains("SQL state 22P02");
                });
    }
}
