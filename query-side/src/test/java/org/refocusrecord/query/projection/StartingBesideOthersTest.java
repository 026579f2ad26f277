package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server starts while another one counts the rows of the views, which may take minutes. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class StartingBesideOthersTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private final StoryLog log = new StoryLog();
    private final TeamStory team = new TeamStory(log, TeamStory.TEAM);
    @AutoClose private final Views views = new Views(log);

    /** As a server does that cuts the views or makes them anew. */
    private Connection preparing() throws SQLException {
        Connection other = views.dataSource.getConnection();
        other.setAutoCommit(false);
        Cut.locked(other);
        return other;
    }

    private static Duration took(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void it_starts_at_once_and_follows_as_soon_as_the_other_is_done() throws Exception {
        team.joined(1, "2012-01-01");
        try (Connection other = preparing()) {
            assertThat(took(views::start)).isLessThan(SOON);
            // Longer than it waits for a lock at a time.
            Thread.sleep(2_500);
            assertThat(views.follower.fault()).isNull();
            assertThat(views.projections.haveCaughtUp()).isFalse();
            other.rollback();
        }
        views.caughtUp();
        assertThat(views.projections.haveCaughtUp()).isTrue();
    }

    @Test
    void its_migrations_do_not_wait_until_the_other_is_done() throws Exception {
        try (ExecutorService starting = Executors.newSingleThreadExecutor();
                Connection other = preparing()) {
            Future<?> migrated = starting.submit(() -> ViewMigrations.apply(views.dataSource));
            try {
                migrated.get(30, TimeUnit.SECONDS);
            } finally {
                other.rollback();
            }
        }
    }

    @Test
    void its_migrations_wait_for_no_rows_that_are_counted_while_a_view_is_rebuilt()
            throws Exception {
        team.joined(1, "2012-01-01");
        views.start().caughtUp();
        views.follower.close();
        views.projections.rebuild("caseload", "admin");
        AtomicInteger counted = new AtomicInteger();
        try (ExecutorService starting = Executors.newSingleThreadExecutor();
                Node cutting =
                        new Node(views, "cutting", log, counting(starting, counted), 3, 1_000)) {
            cutting.follower.prepare();
        }
        assertThat(counted).hasValue(views.projectors.size());
        assertThat(views.projections.status())
                .allSatisfy(view -> assertThat(view.segments()).hasSize(3));
    }

    /** Projectors that have another server start, and be ready, while they count. */
    private List<Projector> counting(ExecutorService starting, AtomicInteger counted) {
        return views.projectors.stream()
                .map(projector ->
                        (Projector)
                                new Watched(projector) {
                                    @Override
                                    public List<Tally> recounted(
                                            Connection connection, Segments segments)
                                            throws SQLException {
                                        started(starting);
                                        counted.incrementAndGet();
                                        return super.recounted(connection, segments);
                                    }
                                })
                .toList();
    }

    private void started(ExecutorService starting) {
        try {
            starting.submit(() -> ViewMigrations.apply(views.dataSource)).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void alone_it_answers_whoever_reads_as_soon_as_it_has_started() {
        views.start();

        assertThat(views.reads.ask(Views.ALL, _ -> "read").position()).isNotNegative();
    }

    @Test
    void it_can_be_stopped_while_it_waits() throws Exception {
        try (Connection other = preparing()) {
            views.start();
            Thread.sleep(200);
            assertThat(took(views.follower::close)).isLessThan(Duration.ofSeconds(5));
            other.rollback();
        }
        assertThat(views.positions.of(Views.ALL)).isNegative();
    }
}
