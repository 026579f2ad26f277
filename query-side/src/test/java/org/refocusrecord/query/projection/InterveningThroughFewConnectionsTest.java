package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Administrators who wait for a page that is being handled leave to whoever handles it the
 * connection by which he reads the log, though all have one pool of as few as there may be.
 */
@Timeout(60)
class InterveningThroughFewConnectionsTest {

    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()";

    private final StoryLog story = new StoryLog();
    private final ReadThroughThePool log = new ReadThroughThePool(story);
    @AutoClose private final Views views = new Views(story);
    @AutoClose private final HikariDataSource two = two();
    @AutoClose private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Projector> projectors = Views.projectors();
    @AutoClose private final Follower follower = follower();
    private final Projections projections = projections(Duration.ofSeconds(30));
    private final CaseInLog one = new CaseInLog(story, 1, TeamStory.TEAM, "2012-01-05");
    private Runnable meanwhile = () -> {};

    private HikariDataSource two() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(views.unpooled);
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(3_000);
        config.setConnectionInitSql("set statement_timeout = '10s'");
        return new HikariDataSource(config);
    }

    private Follower follower() {
        return new Follower(
                log, two, views.unpooled, projectors, views.positions, new Segments(1), 10);
    }

    private Projections projections(Duration patience) {
        return new Projections(log, two, projectors, follower, patience);
    }

    /** Whoever moves views asks for a page when he has locked their rows. */
    private final class ReadThroughThePool extends PassedOn {

        ReadThroughThePool(StoryLog log) {
            super(log);
        }

        @Override
        public Pages pages(long afterPosition, int limit) {
            return new CutPages(
                    afterPosition,
                    after -> {
                        meanwhile.run();
                        return throughThePool(() -> story.page(after, limit));
                    });
        }

        @Override
        public List<? extends Logged> logged(String stream) {
            return throughThePool(() -> story.logged(stream));
        }

        private List<? extends Logged> throughThePool(Callable<List<? extends Logged>> read) {
            try (Connection _ = two.getConnection()) {
                return read.call();
            } catch (Exception none) {
                throw new AssertionError("no connection is free", none);
            }
        }
    }

    @BeforeEach
    void views_that_follow() {
        follower.prepare();
        follower.step();
        one.session(1, "2012-02-01T10:00:00Z");
    }

    @Test
    void views_go_on_while_several_wait_to_let_one_stay_where_it_is() throws Exception {
        List<Future<Boolean>> asked = new ArrayList<>();
        meanwhile =
                once(() -> {
                    for (String name : List.of("retention", "teams", "retention")) {
                        asked.add(others.submit(() -> projections.pause(name)));
                    }
                });

        assertThat(follower.step()).isTrue();

        for (Future<Boolean> pause : asked) {
            assertThat(pause.get()).isTrue();
        }
        assertThat(projections.status())
                .filteredOn(status -> status.state() == ProjectionStatus.State.PAUSED)
                .extracting(ProjectionStatus::name)
                .containsExactly("retention", "teams");
        assertThat(projections.status())
                .allSatisfy(
                        status -> assertThat(status.position()).isEqualTo(story.head().position()));
    }

    @Test
    void views_go_on_while_somebody_waits_to_release_what_is_parked() throws Exception {
        execute(
                "insert into refocus_views.parked"
                        + " (name, stream, first_position, last_position, events, cause)"
                        + " values ('retention', '%s', 1, 1, 1, 'a fault that was mended')"
                                .formatted(one.stream()));
        List<Future<List<Parked>>> asked = new ArrayList<>();
        meanwhile = once(() -> asked.add(others.submit(() -> projections.release(one.stream()))));

        assertThat(follower.step()).isTrue();

        assertThat(asked.getFirst().get()).isEmpty();
        assertThat(projections.parked()).isEmpty();
    }

    @Test
    void whoever_waits_for_too_long_is_told_so_and_keeps_nothing() throws Exception {
        try (Connection page = views.unpooled.getConnection();
                Statement holding = page.createStatement()) {
            page.setAutoCommit(false);
            holding.execute("select * from refocus_views.projection for update");

            assertThatThrownBy(() -> projections(Duration.ofMillis(300)).pause("retention"))
                    .isInstanceOfSatisfying(
                            ViewsNotReachable.class,
                            told -> assertThat(told.isHeldByAnother()).isTrue());

            assertThat(two.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
        assertThat(projections.pause("retention")).isTrue();
    }

    @Test
    void a_view_whose_segments_are_never_free_at_once_is_let_stay_one_by_one() throws Exception {
        inSegments("retention", 2);
        try (Connection first = views.unpooled.getConnection();
                Connection second = views.unpooled.getConnection()) {
            hold(first, 0);
            hold(second, 1);
            Future<Boolean> pause = others.submit(() -> projections.pause("retention"));
            awaitSomebodyWaiting();

            first.rollback();
            while (!isPaused(0)) {
                assertThat(Thread.interrupted()).as("its time is over").isFalse();
            }
            hold(first, 0);
            assertThat(state("retention")).isNotEqualTo(ProjectionStatus.State.PAUSED);
            second.rollback();

            assertThat(pause.get()).isTrue();
            assertThat(state("retention")).isEqualTo(ProjectionStatus.State.PAUSED);
        }
    }

    @Test
    void a_view_that_was_let_stay_in_part_keeps_nobody_from_being_ready_and_says_which_part()
            throws Exception {
        inSegments("retention", 2);
        try (Connection other = views.unpooled.getConnection()) {
            hold(other, 1);
            assertThatThrownBy(() -> projections(Duration.ofMillis(300)).pause("retention"))
                    .isInstanceOf(ViewsNotReachable.class);
        }
        execute("update refocus_views.projection set position = position + 1 where not paused");

        assertThat(status("retention").segments())
                .extracting(ProjectionStatus.Segment::paused)
                .containsExactly(true, false);
        assertThat(status("retention").lag()).isEqualTo(1);
        assertThat(projections.haveCaughtUp()).isTrue();
    }

    @Test
    void who_lets_a_view_stay_and_who_lets_it_move_take_turns() throws Exception {
        inSegments("retention", 3);
        try (Connection other = views.unpooled.getConnection()) {
            hold(other, 1);
            Future<Boolean> pause = others.submit(() -> projections.pause("retention"));
            while (!isPaused(0)) {
                assertThat(Thread.interrupted()).as("its time is over").isFalse();
            }
            Future<Boolean> resume = others.submit(() -> projections.resume("retention"));
            other.rollback();

            assertThat(pause.get()).isTrue();
            assertThat(resume.get()).isTrue();
        }
        assertThat(status("retention").segments())
                .extracting(ProjectionStatus.Segment::paused)
                .containsOnly(false);
    }

    /** As if it had been cut like that. */
    private void inSegments(String name, int segments) throws SQLException {
        for (int segment = 1; segment < segments; segment++) {
            execute(
                    "insert into refocus_views.projection (name, segment, version, position, since,"
                            + " handled, count, digest, paused) select name, %d, version, position,"
                                    .formatted(segment)
                            + " since, handled, count, digest, paused from refocus_views.projection"
                            + " where segment = 0 and name = '%s'".formatted(name));
        }
    }

    private ProjectionStatus.State state(String name) {
        return status(name).state();
    }

    private ProjectionStatus status(String name) {
        return projections.status().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void hold(Connection connection, int segment) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement holding = connection.createStatement()) {
            holding.execute(
                    "select * from refocus_views.projection where name = 'retention' and segment = "
                            + segment
                            + " for update");
        }
    }

    private boolean isPaused(int segment) throws SQLException {
        try (Connection looking = views.unpooled.getConnection();
                Statement query = looking.createStatement();
                ResultSet row =
                        query.executeQuery(
                                "select from refocus_views.projection where paused and segment = "
                                        + segment)) {
            return row.next();
        }
    }

    /** At the next page alone; it is read when they wait for what its reader has locked. */
    private Runnable once(Runnable beginning) {
        return () -> {
            meanwhile = () -> {};
            beginning.run();
            awaitSomebodyWaiting();
        };
    }

    private void awaitSomebodyWaiting() {
        try (Connection looking = views.unpooled.getConnection();
                Statement query = looking.createStatement()) {
            long waiting = 0;
            while (waiting == 0) {
                assertThat(Thread.interrupted()).as("its time is over").isFalse();
                try (ResultSet row = query.executeQuery(WAITING)) {
                    row.next();
                    waiting = row.getLong(1);
                }
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = views.unpooled.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
