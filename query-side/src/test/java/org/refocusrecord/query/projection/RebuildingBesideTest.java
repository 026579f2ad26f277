package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.refocusrecord.query.projection.RebuildStatus.State;
import org.refocusrecord.query.team.TeamStory;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** A view is made anew beside the one that is read, which goes on, and takes its place. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RebuildingBesideTest {

    private static final int SEGMENTS = 3;

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log, SEGMENTS);

    private ProjectionStatus view(String name) {
        return views.projections.status().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private RebuildStatus rebuild(String name) {
        return Objects.requireNonNull(view(name).rebuild());
    }

    private RebuildStatus until(String name, State state) throws InterruptedException {
        while (rebuild(name).state() != state) {
            Thread.sleep(10);
        }
        return rebuild(name);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void it_goes_live_with_the_digest_that_the_followed_one_has() throws Exception {
        lives.from(1, 10);
        views.start().caughtUp();
        Map<String, String> before = views.digests();

        for (String name : Views.ALL) {
            assertThat(views.projections.rebuild(name, "admin")).isTrue();
        }

        for (String name : Views.ALL) {
            RebuildStatus ended = until(name, State.LIVE);
            assertThat(ended.begunBy()).isEqualTo("admin");
            assertThat(ended.endedBy()).isNull();
            assertThat(ended.differs()).isEmpty();
            assertThat(view(name).handled()).isEqualTo(log.head().position());
            assertThat(views.projections.recounted(name)).isEqualTo(before.get(name));
        }
        assertThat(views.digests()).isEqualTo(before);
        lives.from(11, 14);
        views.caughtUp();
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void it_has_the_indexes_and_rights_of_the_one_before_and_can_be_done_again() throws Exception {
        lives.from(1, 3);
        views.start().caughtUp();
        List<String> before = shape();

        for (int times = 0; times < 2; times++) {
            views.projections.rebuild("caseload", "admin");
            until("caseload", State.LIVE);
            assertThat(shape()).isEqualTo(before);
        }
    }

    private List<String> shape() throws SQLException {
        String asked =
                """
                select indexdef from pg_indexes where schemaname = 'refocus_views'
                union all
                select table_name || ': ' || grantee || ' ' || privilege_type
                  from information_schema.role_table_grants where table_schema = 'refocus_views'
                 order by 1
                """;
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(asked)) {
            List<String> shape = new ArrayList<>();
            while (row.next()) {
                shape.add(row.getString(1));
            }
            assertThat(shape).anyMatch(line -> line.contains("case_file: refocus_reader SELECT"));
            return shape;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatever_the_history_and_wherever_it_begins_it_is_the_same(long seed) throws Exception {
        Random random = new Random(seed);
        lives.life(1);
        try (Node node = new Node(views, "node", log, SEGMENTS, 1 + random.nextInt(20))) {
            node.follower.prepare();
            for (int rounds = 0; rounds < 4; rounds++) {
                for (int told = 0; told < 40; told++) {
                    lives.something(random);
                }
                if (random.nextBoolean()) {
                    node.all();
                }
                Views.ALL.forEach(name -> views.projections.rebuild(name, "admin"));
                while (Views.ALL.stream().anyMatch(name -> rebuild(name).state() != State.LIVE)) {
                    if (random.nextBoolean()) {
                        node.follower.step();
                    }
                    if (random.nextInt(4) == 0) {
                        lives.something(random);
                    }
                    node.follower.rebuild();
                }
            }
            node.all();
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
        Views.ALL.forEach(name -> {
            assertThat(rebuild(name).comparedAt()).as("was never found to differ").isNull();
            assertThat(view(name).handled()).isEqualTo(log.head().position());
        });
    }

    @Test
    void while_it_is_recorded_and_read_all_the_time_it_ends_and_nobody_reads_half_a_view()
            throws Exception {
        lives.from(1, 30);
        views.start().caughtUp();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> recording =
                    threads.submit(() -> {
                        for (int n = 31; !over.get(); n++) {
                            lives.life(n);
                            Thread.sleep(2);
                            // No faster than the views follow: of nothing else can there be an end.
                            while (!over.get() && view("caseload").lag() > 500) {
                                Thread.sleep(10);
                            }
                        }
                        return true;
                    });
            List<Future<?>> reading =
                    List.of(threads.submit(() -> reads(over)), threads.submit(() -> reads(over)));
            for (int times = 0; times < 3; times++) {
                views.projections.rebuild("caseload", "admin");
                until("caseload", State.LIVE);
            }
            over.set(true);
            recording.get();
            for (Future<?> each : reading) {
                each.get();
            }
        }
        views.caughtUp();
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    /** What is read never becomes less, and each case has one span at least. */
    private boolean reads(AtomicBoolean over) {
        long least = 30;
        while (!over.get()) {
            List<Long> seen =
                    views.reads
                            .ask(
                                    List.of("caseload"),
                                    client ->
                                            client.sql(
                                                            """
                                                            select (select count(*) from refocus_views.case_file),
                                                                   count(distinct case_id)
                                                              from refocus_views.case_span
                                                            """)
                                                    .query((row, _) ->
                                                            List.of(row.getLong(1), row.getLong(2)))
                                                    .single())
                            .value();
            assertThat(seen.get(0)).isGreaterThanOrEqualTo(least).isEqualTo(seen.get(1));
            least = seen.get(0);
        }
        return true;
    }

    @Test
    void whoever_began_to_read_before_it_goes_live_reads_on_in_what_he_began_with()
            throws Exception {
        lives.from(1, 5);
        views.start().caughtUp();

        long[] seen = new long[2];
        views.reads.ask(
                List.of("caseload"),
                client -> {
                    // No table of the view was read yet, which would keep it there by itself.
                    views.projections.rebuild("caseload", "admin");
                    pause(2_000);
                    assertThat(rebuild("caseload").state()).isEqualTo(State.FOLDING);
                    seen[0] = count(client, "case_file");
                    seen[1] = count(client, "case_span");
                    return true;
                });

        assertThat(seen).containsExactly(5, 5);
        until("caseload", State.LIVE);
    }

    private static long count(JdbcClient client, String table) {
        return client.sql("select count(*) from refocus_views." + table).query(Long.class).single();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void rows_that_were_changed_or_taken_out_by_hand_are_found_and_named() throws Exception {
        lives.from(1, 6);
        views.start().caughtUp();
        CaseInLog changed = lives.cases().get(1);
        CaseInLog lost = lives.cases().get(4);
        execute(
                "update refocus_views.case_file set version = version + 1 where stream = '%s'"
                        .formatted(changed.stream()));
        execute("delete from refocus_views.case_span where stream = '%s'".formatted(lost.stream()));

        views.projections.rebuild("caseload", "admin");

        RebuildStatus differs = until("caseload", State.DIFFERS);
        while (differs.differs().isEmpty()) {
            differs = rebuild("caseload");
        }
        assertThat(differs.differs())
                .containsExactly(
                        new Difference(changed.stream(), "case_file", 1, 0, false, false),
                        new Difference(lost.stream(), "case_span", 0, 1, false, false));
        views.projections.accept("caseload", "boss");
        until("caseload", State.LIVE);
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void paused_it_stays_where_it_is_while_what_is_live_goes_on_and_cancelled_it_is_gone()
            throws Exception {
        lives.from(1, 5);
        try (Node node = new Node(views, "node", log, SEGMENTS, 1)) {
            node.follower.prepare();
            node.all();
            views.projections.rebuild("caseload", "admin");
            begins(node);
            long handled = rebuild("caseload").handled();
            assertThat(handled).isPositive();

            assertThat(views.projections.pause("caseload")).isTrue();
            lives.life(6);
            node.all();
            assertThat(node.follower.rebuild()).isFalse();

            assertThat(rebuild("caseload").state()).isEqualTo(State.PAUSED);
            assertThat(rebuild("caseload").handled()).isEqualTo(handled);
            assertThat(view("caseload").state()).isEqualTo(ProjectionStatus.State.LIVE);
            assertThat(view("caseload").lag()).isZero();
            views.projections.resume("caseload");
            assertThat(node.follower.rebuild()).isTrue();

            assertThat(views.projections.cancel("caseload", "boss")).isTrue();
            RebuildStatus cancelled = rebuild("caseload");
            assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
            assertThat(cancelled.endedBy()).isEqualTo("boss");
            assertThat(shape()).noneMatch(line -> line.contains("case_file_next"));
            assertThat(node.follower.rebuild()).isFalse();
            assertThat(views.projections.cancel("caseload", "boss")).isTrue();
            assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
        }
    }

    /** A node looks now and then whether there is something to rebuild. */
    private static void begins(Node node) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!node.follower.rebuild()) {
            assertThat(System.nanoTime()).isLessThan(end);
            node.follower.step();
        }
    }

    @Test
    void a_paused_view_that_is_rebuilt_stays_paused_where_it_is() throws Exception {
        lives.from(1, 5);
        views.start().caughtUp();
        views.projections.pause("retention");
        long position = log.head().position();
        lives.life(6);

        views.projections.rebuild("retention", "admin");

        until("retention", State.LIVE);
        assertThat(view("retention").state()).isEqualTo(ProjectionStatus.State.PAUSED);
        assertThat(view("retention").position()).isEqualTo(position);
        views.projections.resume("retention");
        views.caughtUp();
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void what_waits_waits_in_what_was_rebuilt_too() throws Exception {
        lives.from(1, 3);
        CaseInLog ill = new CaseInLog(log, 4, TeamStory.TEAM, "2012-01-05", 1);
        // An entry of a session that was never held.
        log.record(ill.stream(), log.nextCommand(), ill.goalSet(), null);
        ill.session(1, "2012-02-04T10:00:00Z");
        views.start().caughtUp();
        List<Parked> parked = views.projections.parked();
        assertThat(parked).isNotEmpty();

        Views.ALL.forEach(name -> views.projections.rebuild(name, "admin"));

        for (String name : Views.ALL) {
            assertThat(until(name, State.LIVE).comparedAt()).isNull();
        }
        assertThat(views.projections.parked())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
                .containsExactlyInAnyOrderElementsOf(parked);
    }

    @Test
    void nothing_is_rebuilt_that_is_not_there() {
        views.follower.prepare();

        assertThat(views.projections.rebuild("nothing", "admin")).isFalse();
        assertThat(views.projections.cancel("nothing", "admin")).isFalse();
        assertThat(views.projections.accept("nothing", "admin")).isFalse();
        assertThat(views.projections.accept("teams", "admin")).isTrue();
        assertThat(view("teams").rebuild()).isNull();
    }
}
