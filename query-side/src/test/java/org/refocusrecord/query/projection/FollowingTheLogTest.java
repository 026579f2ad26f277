package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.query.caseload.Lives;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamListed;
import org.refocusrecord.query.team.Teams;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class FollowingTheLogTest {

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log);

    private Follower follower(int pageSize, List<Projector> projectors) {
        return new Follower(
                log,
                views.dataSource,
                views.unpooled,
                projectors,
                views.positions,
                new Segments(1),
                pageSize);
    }

    private static void all(Follower follower) {
        while (follower.step()) {
            assertThat(follower.fault()).isNull();
        }
    }

    @Test
    void it_comes_to_the_end_and_says_so() {
        lives.life(1);
        views.start().caughtUp();

        assertThat(views.projections.haveCaughtUp()).isTrue();
        assertThat(views.projections.status())
                .hasSize(Views.ALL.size())
                .allSatisfy(status -> {
                    assertThat(status.position()).isEqualTo(log.head().position());
                    assertThat(status.head()).isEqualTo(log.head().position());
                    assertThat(status.lag()).isZero();
                    assertThat(status.state()).isEqualTo(ProjectionStatus.State.LIVE);
                    assertThat(status.count()).isPositive();
                });
    }

    @Test
    void what_is_recorded_later_is_followed() {
        views.start().caughtUp();
        lives.life(1);

        views.caughtUp();

        assertThat(views.projections.haveCaughtUp()).isTrue();
    }

    @Test
    void stopped_and_started_again_it_skips_nothing_and_doubles_nothing() {
        lives.life(1);
        views.follower.prepare();
        all(views.follower);
        views.follower.close();
        lives.life(2);
        Follower restarted = follower(3, Views.projectors());
        restarted.prepare();
        all(restarted);

        assertThat(views.digests()).isEqualTo(fromScratch(1_000));
    }

    /** What the views hold when another database is filled from the beginning. */
    private Map<String, String> fromScratch(int pageSize) {
        try (Views others = new Views(log)) {
            Follower follower =
                    new Follower(
                            log,
                            others.dataSource,
                            others.unpooled,
                            Views.projectors(),
                            others.positions,
                            new Segments(1),
                            pageSize);
            follower.prepare();
            all(follower);
            return others.digests();
        }
    }

    @Test
    void the_digest_does_not_depend_on_how_the_log_was_cut_into_pages() {
        lives.from(1, 5);

        assertThat(fromScratch(1)).isEqualTo(fromScratch(7)).isEqualTo(fromScratch(1_000));
    }

    @Test
    void the_digest_is_that_of_the_rows_as_they_lie_there() throws Exception {
        lives.from(1, 3);
        views.start().caughtUp();
        Map<String, String> kept = views.digests();
        Views.ALL.forEach(
                name -> assertThat(views.projections.recounted(name)).isEqualTo(kept.get(name)));

        try (var connection = views.dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update refocus_views.case_file set version = version + 1");
        }

        assertThat(views.projections.recounted("caseload")).isNotEqualTo(kept.get("caseload"));
    }

    @Test
    void the_digest_counts_what_a_team_is_called() {
        TeamRegistered registered = Objects.requireNonNull(lives.team.line().registered());
        views.start().caughtUp();
        String before = views.digests().get("teams");
        lives.team.amended(
                registered.commandId(),
                new TeamRegistered(
                        registered.commandId(),
                        registered.teamId(),
                        registered.trust(),
                        "Another name",
                        registered.officialType(),
                        null,
                        registered.recordedBy()));
        views.caughtUp();

        assertThat(views.digests().get("teams")).isNotEqualTo(before);
        assertThat(views.digests()).isEqualTo(fromScratch(1_000));
        assertThat(new Teams(views.reads, log, StoryLog.LONDON).list(null, 10).items())
                .singleElement()
                .extracting(TeamListed::name)
                .isEqualTo("Another name");
    }

    @Test
    void a_paused_view_stays_and_resumed_it_comes_after() {
        views.follower.prepare();
        assertThat(views.projections.pause("retention")).isTrue();
        assertThat(views.projections.pause("nothing")).isFalse();
        lives.life(1);
        all(views.follower);
        assertThat(views.projections.status())
                .filteredOn(status -> status.name().equals("retention"))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.state()).isEqualTo(ProjectionStatus.State.PAUSED);
                    assertThat(status.position()).isZero();
                });

        views.projections.resume("retention");
        lives.life(2);
        all(views.follower);

        assertThat(views.digests()).isEqualTo(fromScratch(1_000));
    }

    @Test
    void a_view_with_another_fold_is_rebuilt_while_the_older_program_goes_on_with_it()
            throws InterruptedException {
        lives.life(1);
        views.start().caughtUp();
        int older = version("caseload");
        List<Projector> next = new ArrayList<>(Views.projectors());
        AtomicInteger pages = new AtomicInteger();
        next.replaceAll(projector ->
                projector.name().equals("caseload") ? newer(projector, pages) : projector);
        try (Follower newer = follower(1_000, next)) {
            newer.prepare();
            lives.life(2);

            views.caughtUp();
            assertThat(pages).hasValue(0);
            newer.start();
            while (version("caseload") == older) {
                assertThat(Thread.interrupted()).as("its time is over").isFalse();
                Thread.sleep(10);
            }
            assertThat(pages).hasPositiveValue();
            lives.life(3);
            views.caughtUp();
        }

        assertThat(views.digests()).isEqualTo(fromScratch(1_000));
    }

    private int version(String view) {
        return views.projections.status().stream()
                .filter(status -> status.name().equals(view))
                .mapToInt(ProjectionStatus::version)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_older_program_goes_on_when_the_newer_one_is_gone_again() {
        lives.life(1);
        views.start().caughtUp();
        List<Projector> next = new ArrayList<>(Views.projectors());
        next.replaceAll(projector ->
                projector.name().equals("caseload")
                        ? newer(projector, new AtomicInteger())
                        : projector);
        try (Follower newer = follower(1_000, next)) {
            newer.start();
            views.caughtUp();
        }
        lives.life(2);

        views.positions.await(List.of("teams"), log.head().position(), Positions.MOST);
    }

    private static Projector newer(Projector older, AtomicInteger pages) {
        return new NewerFold(older) {
            @Override
            public Tally apply(Page page, Connection connection) throws SQLException {
                pages.incrementAndGet();
                return super.apply(page, connection);
            }
        };
    }

    @Test
    void two_nodes_following_double_nothing() {
        lives.from(1, 20);
        Follower one = follower(5, Views.projectors());
        Follower other = follower(3, Views.projectors());
        one.start();
        other.start();
        views.caughtUp();
        one.close();
        other.close();

        assertThat(views.digests()).isEqualTo(fromScratch(1_000));
    }

    @Test
    void whoever_asks_for_a_position_waits_for_it() {
        views.start();
        lives.life(1);

        views.positions.await(Views.ALL, log.head().position(), Positions.MOST);

        assertThat(views.positions.of(Views.ALL)).isGreaterThanOrEqualTo(log.head().position());
    }

    @Test
    void whoever_asks_for_a_position_that_does_not_come_is_told_how_far_the_view_is() {
        views.start().caughtUp();
        long beyond = log.head().position() + 1;

        assertThatThrownBy(() -> views.positions.await(Views.ALL, beyond, Duration.ofMillis(50)))
                .isInstanceOfSatisfying(
                        ViewBehind.class,
                        behind -> assertThat(behind.position()).isEqualTo(beyond - 1));
    }

    @Test
    void a_log_that_cannot_be_read_stops_the_views_and_loses_nothing() throws Exception {
        lives.life(1);
        AtomicInteger faults = new AtomicInteger(3);
        EventFeed moody = new MoodyLog(log, () -> faults.getAndDecrement() > 0);
        try (Follower follower =
                new Follower(
                        moody,
                        views.dataSource,
                        views.unpooled,
                        Views.projectors(),
                        views.positions,
                        new Segments(1))) {
            follower.start();
            while (follower.fault() == null) {
                Thread.sleep(5);
            }
            assertThat(follower.fault()).contains("IllegalStateException").doesNotContain("no log");
            views.caughtUp();
        }

        assertThat(views.digests()).isEqualTo(fromScratch(1_000));
    }
}
