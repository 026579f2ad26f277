package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Lives;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.team.TeamStory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Into however many segments the views are cut, and cut again, they hold the same. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class CuttingTheViewsTest {

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log);

    private Node node(int segments, int pageSize) {
        return new Node(views, "node", log, segments, pageSize);
    }

    private void follow(int segments, int pageSize) {
        try (Node node = node(segments, pageSize)) {
            node.follower.prepare();
            node.all();
        }
    }

    private void allIsThere(int segments) {
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
        allIsReckoned(segments);
        assertThat(views.projections.status())
                .allSatisfy(view -> {
                    assertThat(view.position()).isEqualTo(log.head().position());
                    assertThat(view.handled()).isEqualTo(log.head().position());
                });
    }

    /** Digests and rows of the segments add up to the view's, which are those of its rows. */
    private void allIsReckoned(int segments) {
        for (ProjectionStatus view : views.projections.status()) {
            assertThat(view.segments())
                    .extracting(ProjectionStatus.Segment::segment)
                    .containsExactlyElementsOf(IntStream.range(0, segments).boxed().toList());
            assertThat(views.projections.recounted(view.name())).isEqualTo(view.digest());
            assertThat(view.segments().stream().mapToLong(ProjectionStatus.Segment::count).sum())
                    .isEqualTo(view.count());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void any_history_in_any_segments_by_any_pages_holds_the_same(long seed) {
        Random random = new Random(seed);
        int segments = 2 + random.nextInt(9);
        history(random);
        follow(segments, 1 + random.nextInt(20));
        allIsThere(segments);

        int others = 1 + random.nextInt(12);
        history(random);
        follow(others, 1 + random.nextInt(20));
        allIsThere(others);
    }

    private void history(Random random) {
        lives.life(lives.cases().size() + 1);
        IntStream.range(0, 30 + random.nextInt(60)).forEach(_ -> lives.something(random));
    }

    @Test
    void cut_anew_they_stay_where_they_are() {
        lives.from(1, 10);
        follow(1, 1_000);
        Map<String, String> before = views.digests();
        long position = log.head().position();
        lives.from(11, 12);
        for (int segments : new int[] {5, 3, 256, 1}) {
            try (Node node = node(segments, 1_000)) {
                node.follower.prepare();
            }
            assertThat(views.digests()).isEqualTo(before);
            allIsReckoned(segments);
            assertThat(views.positions.of(Views.ALL)).isEqualTo(position);
        }
        follow(2, 1_000);
        allIsThere(2);
    }

    @Test
    void those_that_stand_apart_are_brought_together_first() {
        apart();
        try (Node node = node(3, 2)) {
            node.follower.prepare();

            allIsReckoned(3);
            assertThat(views.projections.status())
                    .allSatisfy(view ->
                            assertThat(view.segments())
                                    .extracting(ProjectionStatus.Segment::position)
                                    .containsOnly(view.position()));
            node.all();
        }
        allIsThere(3);
    }

    /** Half of the segments have handled all, and the other half a few events. */
    private void apart() {
        AtomicBoolean broken = new AtomicBoolean();
        EventFeed feed = new MoodyLog(log, broken::get);
        try (Node behind = new Node(views, "behind", feed, 4, 5).started()) {
            try (Node other = new Node(views, "other", log, 4, 5).started()) {
                behind.holding(2);
                other.holding(2);
                lives.from(1, 3);
                views.caughtUp();
                broken.set(true);
                lives.from(4, 24);
                while (ahead() < log.head().position()) {
                    assertThat(Thread.interrupted()).as("its time is over").isFalse();
                }
            }
            behind.holding(4);
        }
        assertThat(ahead() - views.positions.of(Views.ALL)).isGreaterThan(100);
    }

    /** The least position of those segments of each view that have come furthest. */
    private long ahead() {
        return views.projections.status().stream()
                .mapToLong(view ->
                        view.segments().stream()
                                .mapToLong(ProjectionStatus.Segment::position)
                                .max()
                                .orElseThrow())
                .min()
                .orElseThrow();
    }

    @Test
    void while_it_is_a_long_way_others_move_on_between() {
        apart();
        AtomicInteger transactions = new AtomicInteger();
        try (Follower follower =
                new Follower(
                        log,
                        new DelegatingDataSource(views.dataSource) {
                            @Override
                            public Connection getConnection() throws SQLException {
                                transactions.incrementAndGet();
                                return super.getConnection();
                            }
                        },
                        views.unpooled,
                        views.projectors,
                        views.positions,
                        new Segments(2),
                        1)) {
            follower.prepare();
        }

        assertThat(transactions).hasValueGreaterThan(5);
        allIsThere(2);
    }

    @Test
    void a_paused_view_stays_paused() {
        lives.from(1, 5);
        follow(2, 1_000);
        views.projections.pause("retention");
        long position = log.head().position();
        lives.from(6, 8);
        follow(3, 1_000);

        assertThat(views.projections.status())
                .filteredOn(view -> view.name().equals("retention"))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.state()).isEqualTo(ProjectionStatus.State.PAUSED);
                    assertThat(view.position()).isEqualTo(position);
                    assertThat(view.handled()).isEqualTo(position);
                });
        views.projections.resume("retention");
        follow(3, 1_000);
        allIsThere(3);
    }

    @Test
    void a_node_that_runs_takes_on_the_number_of_the_one_that_started_last() {
        lives.from(1, 10);
        try (Node older = node(2, 7).started().holding(2);
                Node newer = new Node(views, "newer", log, 5, 7).started()) {
            while (older.held().size() + newer.held().size() < 5) {
                assertThat(Thread.interrupted()).as("its time is over").isFalse();
            }
            assertThat(older.held()).hasSizeBetween(2, 3);
            lives.from(11, 20);
            views.caughtUp();

            allIsThere(5);
        }
    }

    @Test
    void a_number_that_is_changed_and_changed_back_voids_all_claims() {
        lives.from(1, 5);
        try (Node running = node(2, 7).started().holding(2)) {
            for (int segments : new int[] {3, 2, 3, 2}) {
                try (Node other = new Node(views, "other", log, segments, 7)) {
                    other.follower.prepare();
                }
            }
            lives.from(6, 10);
            views.caughtUp();
            allIsThere(2);
            running.holding(2);
        }
    }

    @Test
    void a_parked_case_is_parked_in_its_new_segment_too() {
        lives.from(1, 3);
        CaseInLog ill = new CaseInLog(log, 4, TeamStory.TEAM, "2012-01-05", 1);
        log.record(ill.stream(), log.nextCommand(), ill.goalSet(), null);
        follow(2, 1_000);
        List<Parked> parked = views.projections.parked();
        assertThat(parked).isNotEmpty();

        follow(7, 1_000);

        assertThat(views.projections.parked()).isEqualTo(parked);
        ill.session(1, "2012-02-04T10:00:00Z");
        follow(5, 1_000);
        assertThat(views.projections.parked())
                .hasSameSizeAs(parked)
                .allSatisfy(each -> {
                    assertThat(each.stream()).isEqualTo(ill.stream());
                    assertThat(each.events()).isEqualTo(2);
                });
        allIsThere(5);
    }

    @Test
    void a_view_whose_rows_are_not_those_of_its_digest_is_read_as_it_is_and_rebuilt_beside()
            throws Exception {
        lives.from(1, 5);
        follow(2, 1_000);
        broken();
        long position = log.head().position();
        try (Node node = node(3, 1_000)) {
            node.follower.prepare();

            assertThat(views.positions.of(Views.ALL)).isEqualTo(position);
            assertThat(caseload().count()).isPositive();
            assertThat(caseload().segments()).hasSize(3);
            lives.life(6);
            differs(node);
            assertThat(rebuild().differs())
                    .extracting(Difference::stream, Difference::table)
                    .containsExactly(
                            tuple(lives.cases().get(1).stream(), "case_file"),
                            tuple(lives.cases().get(3).stream(), "case_span"));
            views.projections.accept("caseload", "boss");
            goesLive(node);
        }
        allIsThere(3);
    }

    @Test
    void what_somebody_said_of_a_rebuild_holds_when_it_begins_again_by_the_new_number()
            throws Exception {
        lives.from(1, 5);
        follow(2, 1_000);
        broken();
        views.projections.rebuild("caseload", "admin");
        try (Node node = node(2, 1_000)) {
            node.follower.prepare();
            differs(node);
            views.projections.pause("caseload");
            views.projections.accept("caseload", "boss");
        }
        try (Node node = node(3, 1_000)) {
            node.follower.prepare();

            assertThat(rebuild().handled()).isZero();
            assertThat(rebuild().state()).isEqualTo(RebuildStatus.State.PAUSED);
            assertThat(rebuild().begunBy()).isEqualTo("admin");
            assertThat(rebuild().acceptedBy()).isEqualTo("boss");
            views.projections.resume("caseload");
            goesLive(node);
            assertThat(rebuild().acceptedBy()).isEqualTo("boss");
        }
        allIsThere(3);
    }

    /** Somebody changes a case by hand, and takes the turns of another out. */
    private void broken() throws SQLException {
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    update refocus_views.case_file set version = version + 1 where stream = '%s';
                    delete from refocus_views.case_span where stream = '%s'
                    """
                            .formatted(
                                    lives.cases().get(1).stream(), lives.cases().get(3).stream()));
        }
    }

    private ProjectionStatus caseload() {
        return views.projections.status().stream()
                .filter(view -> view.name().equals("caseload"))
                .findFirst()
                .orElseThrow();
    }

    private RebuildStatus rebuild() {
        return Objects.requireNonNull(caseload().rebuild());
    }

    private void differs(Node node) {
        goesOn(node, () -> !rebuild().differs().isEmpty());
    }

    private void goesLive(Node node) {
        goesOn(node, () -> rebuild().state() == RebuildStatus.State.LIVE);
        node.all();
    }

    private static void goesOn(Node node, BooleanSupplier until) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            node.all();
            node.follower.rebuild();
        }
    }
}
