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

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** When a view that was rebuilt is compared with the one that is live, and what it finds then. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class OpeningTheGateTest {

    private static final int SEGMENTS = 2;
    private static final int PAGE = 7;
    private static final String NAME = "caseload";
    private static final String RECKONED =
            "select reltuples::bigint from pg_class"
                    + " where oid = 'refocus_views.case_file'::regclass";
    private static final String SHAPE =
            """
            select indexdef from pg_indexes where tablename = 'case_file'
            union all
            select grantee || ' ' || privilege_type from information_schema.role_table_grants
             where table_name = 'case_file'
            union all
            select column_name from information_schema.columns where table_name = 'case_file'
             order by 1
            """;
    private static final String LOOKED_THROUGH =
            "select count(*) from refocus_views.rebuild where altered is not null";
    private static final String READABLE =
            "select has_table_privilege('refocus_reader', 'refocus_views.case_file',"
                    + " 'select')::int";
    private static final String LOCKING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()"
                    + " and query like 'lock table%share update exclusive mode'";
    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()"
                    + " and query like '%tables_lock%'";

    private final StoryLog log = new StoryLog();
    private final Lives lives = new Lives(log);
    @AutoClose private final Views views = new Views(log, SEGMENTS);

    private ProjectionStatus view() {
        return views.projections.status().stream()
                .filter(status -> status.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private RebuildStatus rebuild() {
        return Objects.requireNonNull(view().rebuild());
    }

    /** A node that is moved by hand, and has begun to rebuild. */
    private Node begun() {
        Node node = new Node(views, "node", log, SEGMENTS, PAGE);
        node.follower.prepare();
        node.all();
        views.projections.rebuild(NAME, "admin");
        return node;
    }

    private void goesLive(Node node) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (rebuild().state() != State.LIVE) {
            assertThat(System.nanoTime()).isLessThan(end);
            node.all();
            node.follower.rebuild();
        }
    }

    @Test
    void what_is_still_folded_is_left_alone_should_it_be_another_one_than_was_near()
            throws Exception {
        lives.from(1, 40);
        try (Node node = begun()) {
            while (rebuild().handled() == 0) {
                node.follower.step();
                node.follower.rebuild();
            }
            long half = rebuild().handled();
            assertThat(half).isLessThan(rebuild().of());
            lives.from(41, 45);
            node.all();

            try (Connection connection = views.dataSource.getConnection();
                    Gate gate = new Gate(log, new Folds(Views.projectors()), PAGE)) {
                connection.setAutoCommit(false);
                assertThat(gate.open(connection, NAME)).isFalse();
                connection.commit();
                connection.setAutoCommit(true);
            }

            assertThat(rebuild().handled()).isEqualTo(half);
            assertThat(rebuild().state()).isEqualTo(State.FOLDING);
            goesLive(node);
            assertThat(rebuild().comparedAt()).isNull();
            assertThat(view().handled()).isEqualTo(log.head().position());
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void where_something_is_recorded_between_any_two_steps_it_goes_live_all_the_same()
            throws Exception {
        lives.from(1, 5);
        try (Node node = begun()) {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            for (int next = 6; rebuild().state() != State.LIVE; next++) {
                assertThat(System.nanoTime()).isLessThan(end);
                lives.life(next);
                node.all();
                node.follower.rebuild();
            }
            node.all();
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void what_was_taken_out_by_hand_and_is_there_again_by_now_keeps_nothing_from_going_live()
            throws Exception {
        lives.from(1, 9);
        try (Node node = new Node(views, "node", log, SEGMENTS, PAGE)) {
            node.follower.prepare();
            node.all();
            CaseInLog lost = lives.cases().get(4);
            execute(
                    "delete from refocus_views.case_span where stream = '%s'"
                            .formatted(lost.stream()));
            lost.closed("2012-05-01");
            node.all();
            assertThat(views.digests()).isNotEqualTo(Views.inOnePiece(log));

            views.projections.rebuild(NAME, "admin");
            goesLive(node);

            assertThat(rebuild().comparedAt()).as("nothing differed").isNull();
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void what_is_live_goes_on_while_somebody_who_reads_keeps_the_next_from_going_live()
            throws Exception {
        lives.from(1, 9);
        try (Node node = begun();
                Connection reader = views.dataSource.getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("lock table refocus_views.readers in access share mode");
            for (int next = 10; next < 30; next++) {
                lives.life(next);
                node.all();
                node.follower.rebuild();
                assertThat(view().handled()).isEqualTo(log.head().position());
            }
            assertThat(rebuild().state()).isEqualTo(State.FOLDING);
            reader.rollback();
            reader.setAutoCommit(true);
            goesLive(node);
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_view_with_nothing_in_it_is_rebuilt_to_nothing() throws Exception {
        try (Node node = begun()) {
            String digest = view().digest();

            goesLive(node);

            assertThat(rebuild().comparedAt()).isNull();
            assertThat(view().count()).isZero();
            assertThat(view().digest()).isEqualTo(digest);
            lives.from(1, 3);
            node.all();
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void a_server_that_starts_meanwhile_gives_rights_to_what_is_live_then() throws Exception {
        lives.from(1, 9);
        try (Node node = begun();
                ExecutorService starting = Executors.newSingleThreadExecutor();
                Connection opening = views.dataSource.getConnection();
                Gate gate = new Gate(log, new Folds(Views.projectors()), PAGE)) {
            while (number(LOOKED_THROUGH) == 0) {
                node.all();
                node.follower.rebuild();
            }
            opening.setAutoCommit(false);
            assertThat(gate.open(opening, NAME)).isTrue();

            Future<?> started = starting.submit(() -> ViewMigrations.apply(views.dataSource));

            awaitOne(WAITING);
            opening.commit();
            started.get();
            assertThat(rebuild().state()).isEqualTo(State.LIVE);
            assertThat(number(READABLE)).isEqualTo(1);
        }
    }

    @Test
    void what_is_just_being_given_to_its_tables_when_it_goes_live_is_not_lost_either()
            throws Exception {
        lives.from(1, 9);
        try (Node node = begun();
                ExecutorService opened = Executors.newSingleThreadExecutor();
                Connection giving = views.dataSource.getConnection();
                Statement given = giving.createStatement()) {
            while (number(LOOKED_THROUGH) == 0) {
                node.all();
                node.follower.rebuild();
            }
            giving.setAutoCommit(false);
            given.execute("create index case_file_by_day on refocus_views.case_file (opened_on)");
            Future<Boolean> live = opened.submit(this::open);
            awaitOne(LOCKING);
            giving.commit();
            giving.setAutoCommit(true);

            assertThat(wentLive(live)).isFalse();
            List<String> shape = shape();
            goesLive(node);
            assertThat(shape()).isEqualTo(shape).anyMatch(each -> each.contains("by_day"));
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    /** Where it has waited for too long, it is tried again later, and begins again then. */
    private static boolean wentLive(Future<Boolean> live) throws Exception {
        try {
            return live.get();
        } catch (ExecutionException slow) {
            assertThat(slow)
                    .cause()
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("lock timeout");
            return false;
        }
    }

    private boolean open() throws SQLException {
        try (Connection opening = views.dataSource.getConnection();
                Gate gate = new Gate(log, new Folds(Views.projectors()), PAGE)) {
            opening.setAutoCommit(false);
            boolean live = gate.open(opening, NAME);
            opening.commit();
            opening.setAutoCommit(true);
            return live;
        }
    }

    private void awaitOne(String asked) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (number(asked) == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index case_file_by_day on refocus_views.case_file (opened_on)",
                "grant references on refocus_views.case_file to refocus_reader",
                "alter table refocus_views.case_file add said_since text"
            })
    void what_its_tables_are_given_while_it_is_rebuilt_is_not_lost(String given) throws Exception {
        lives.from(1, 9);
        try (Node node = begun()) {
            while (rebuild().handled() == 0) {
                node.follower.step();
                node.follower.rebuild();
            }
            execute(given);
            List<String> shape = shape();

            goesLive(node);

            assertThat(shape()).isEqualTo(shape).isNotEmpty();
        }
        assertThat(views.digests()).isEqualTo(Views.inOnePiece(log));
    }

    @Test
    void a_server_that_starts_where_an_index_was_added_meanwhile_has_it_begin_again()
            throws Exception {
        lives.from(1, 40);
        try (Node node = begun()) {
            while (rebuild().handled() == 0) {
                node.follower.step();
                node.follower.rebuild();
            }
            execute("create index case_file_by_day on refocus_views.case_file (opened_on)");
            views.projections.pause(NAME);

            try (Node newer = new Node(views, "newer", log, SEGMENTS, PAGE)) {
                newer.follower.prepare();
            }

            assertThat(rebuild().state()).as("as somebody said").isEqualTo(State.PAUSED);
            assertThat(rebuild().handled()).isZero();
            assertThat(rebuild().begunBy()).isEqualTo("admin");
        }
    }

    /** What a live table has beside its rows. */
    private List<String> shape() throws SQLException {
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SHAPE)) {
            List<String> shape = new ArrayList<>();
            while (row.next()) {
                shape.add(row.getString(1));
            }
            return shape;
        }
    }

    @Test
    void the_database_knows_how_the_tables_are_filled_that_go_live() throws Exception {
        lives.from(1, 9);
        try (Node node = begun()) {
            goesLive(node);
        }
        assertThat(number(RECKONED)).isEqualTo(9);
    }

    private long number(String asked) throws SQLException {
        try (Connection connection = views.dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(asked)) {
            row.next();
            return row.getLong(1);
        }
    }
}
