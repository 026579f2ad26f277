package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A server with few connections, all of which are with those who read, or with those who record.
 */
@Timeout(300)
class ReadingBesideRecordingTest {

    private static final int READERS = 6;
    private static final String LOCK = "refocus_log.append_lock()";
    private static final String FOR_THE_LOG = "locktype = 'advisory'";

    @TempDir static Path folder;
    @AutoClose static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    @AutoClose static RefocusServer server;
    private static final Gauges GAUGES = new Gauges();
    private static Door door;
    private static Team team;

    @BeforeAll
    static void with_few_connections() throws Exception {
        StartOrder order =
                new StartOrder(
                        MadeAlready.in(folder.resolve("data")),
                        0,
                        null,
                        List.of(
                                GAUGES.setting(),
                                "--refocus.pools.appender.size=1",
                                "--refocus.pools.appender.connection-timeout=2s",
                                "--refocus.pools.reader.size=2",
                                "--refocus.pools.reader.connection-timeout=2s",
                                "--refocus.pools.reader.statement-timeout=5m",
                                "--refocus.pools.projector.size=2",
                                // Nobody else is to wait for the log.
                                "--refocus.seal.heads-every=1h"));
        server = new RefocusServer(order, _ -> {});
        door = new Door(server.start());
        team = Team.on(folder.resolve("data"), door);
    }

    @Test
    void however_many_read_cases_a_session_is_recorded_and_the_views_move() throws Exception {
        Lane lane = withWords();
        // Whoever reads words waits for their keys, and keeps a connection meanwhile.
        whileTheyWaitFor("refocus_keys.data_key", () -> plan(lane), lane);
    }

    @Test
    void however_many_read_views_a_session_is_recorded_and_the_views_move() throws Exception {
        Lane lane = withWords();
        // Of a session nothing is written there, but whoever lists teams waits.
        whileTheyWaitFor(
                "refocus_views.team", () -> door.get("/api/v1/teams", team.reading()), lane);
    }

    private static void whileTheyWaitFor(String table, Callable<Answer> reading, Lane lane)
            throws Exception {
        List<Future<Answer>> readers = new ArrayList<>();
        Eventually.await(ReadingBesideRecordingTest::haveTheViewsCaughtUp);
        try (Connection holder = new DatabaseProcesses(folder.resolve("data")).asSuperuser()) {
            holder.setAutoCommit(false);
            Sql.run(holder, "lock table " + table + " in access exclusive mode");
            String forIt = "relation = '" + table + "'::regclass";
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(THREADS.submit(reading));
            }
            Eventually.await(() -> waiting(holder, forIt) == unanswered(readers));
            int still = unanswered(readers);
            assertThat(still).isPositive();
            assertThat(GAUGES.of("hikaricp.connections.active", "pool", "reader")).isEqualTo(still);

            Answer session = door.post("/api/v1/sessions", withoutWords(lane), team.posting());
            assertThat(session.status()).as(session.toString()).isEqualTo(201);
            Eventually.await(ReadingBesideRecordingTest::haveTheViewsCaughtUp);
            assertThat(unanswered(readers)).isEqualTo(still);
            holder.rollback();
        }
        for (Future<Answer> reader : readers) {
            assertThat(reader.get().status()).isIn(200, 503);
        }
    }

    @Test
    void each_pool_is_measured_by_its_name() {
        assertThat(Stream.of("appender", "reader", "projector"))
                .extracting(pool -> GAUGES.of("hikaricp.connections.max", "pool", pool))
                .containsExactly(1.0, 2.0, 2.0);
    }

    @Test
    void however_many_record_a_care_plan_is_read() throws Exception {
        Lane lane = withWords();
        Lane other = new Lane(team, door);
        Lane.Session session = other.next();
        try (Connection holder = asOwner()) {
            Sql.run(holder, "select pg_advisory_lock(" + LOCK + ")");
            Future<Optional<Answer>> recording = THREADS.submit(() -> other.send(session, door));
            Eventually.await(() -> waiting(holder, FOR_THE_LOG) > 0);

            Answer plan = plan(lane);
            assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
            assertThat(recording.isDone()).isFalse();
            Sql.run(holder, "select pg_advisory_unlock_all()");
            assertThat(recording.get().orElseThrow().status()).isEqualTo(201);
        }
    }

    private static Lane withWords() throws Exception {
        Lane lane = new Lane(team, door);
        assertThat(lane.settle(lane.next(), door).status()).isEqualTo(201);
        return lane;
    }

    private static String withoutWords(Lane lane) {
        Instant occurredAt = Instant.now().minus(1, HOURS).truncatedTo(SECONDS);
        return team.sessionWithoutWords(lane.caseId(), occurredAt);
    }

    private static Answer plan(Lane lane) throws Exception {
        return door.get("/api/v1/cases/" + lane.caseId() + "/care-plan", team.reading());
    }

    private static boolean haveTheViewsCaughtUp() {
        try {
            return door.isReady();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static int unanswered(List<Future<Answer>> answers) {
        return (int) answers.stream().filter(answer -> !answer.isDone()).count();
    }

    private static Connection asOwner() throws SQLException {
        return new DatabaseProcesses(folder.resolve("data")).asOwner();
    }

    private static int waiting(Connection holder, String what) {
        String question = "select count(*) from pg_locks where not granted and " + what;
        try (Statement statement = holder.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
