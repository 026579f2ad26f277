package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.faults.PostingClient.Post;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that has little room, and more callers than that. */
@Timeout(300)
class TurningAwayTest {

    private static final int CONNECTIONS = 2;
    private static final int MOST_WAITING = 4;
    private static final int CALLERS = 8;
    private static final int MANY_CALLERS = 32;
    private static final String LOCK = "refocus_log.append_lock()";

    @TempDir static Path folder;
    @AutoClose static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    @AutoClose static RefocusServer server;
    private static Door door;
    private static Team team;

    @BeforeAll
    static void with_a_small_server() throws Exception {
        StartOrder order =
                new StartOrder(
                        MadeAlready.in(folder.resolve("data")),
                        0,
                        null,
                        List.of(
                                "--refocus.most-waiting=" + MOST_WAITING,
                                "--refocus.longest-turn=1s",
                                "--refocus.pools.appender.size=" + CONNECTIONS,
                                "--refocus.pools.appender.connection-timeout=500ms",
                                // Nobody else is to wait for the log.
                                "--refocus.seal.heads-every=1h"));
        server = new RefocusServer(order, _ -> {});
        door = new Door(server.start());
        team = Team.on(folder.resolve("data"), door);
    }

    @Test
    void whoever_finds_too_many_before_the_log_is_told_to_come_again() throws Exception {
        List<Lane> lanes = lanes(CALLERS);
        List<Lane.Session> sessions = lanes.stream().map(Lane::next).toList();
        List<Future<Optional<Answer>>> answers = new ArrayList<>();
        try (Connection holder = held()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                Lane lane = lanes.get(caller);
                Lane.Session session = sessions.get(caller);
                answers.add(THREADS.submit(() -> lane.send(session, door)));
            }
            int turnedAway = CALLERS - MOST_WAITING - 1;
            Eventually.await(() -> answers.stream().filter(Future::isDone).count() == turnedAway);
            for (Future<Optional<Answer>> answer : answers) {
                if (answer.isDone()) {
                    saysToComeAgain(answer.get(), "log.busy");
                }
            }
            Sql.run(holder, "select pg_advisory_unlock_all()");
        }
        settle(lanes, sessions, answers);
    }

    @Test
    void whoever_finds_another_of_the_same_case_before_him_for_too_long_is_told_to_come_again()
            throws Exception {
        Lane lane = new Lane(team, door);
        List<Lane.Session> sessions = List.of(lane.next(), lane.next());
        List<Future<Optional<Answer>>> answers = new ArrayList<>();
        try (Connection holder = held()) {
            answers.add(THREADS.submit(() -> lane.send(sessions.getFirst(), door)));
            Eventually.await(() -> waitsForTheLog(holder));
            answers.add(THREADS.submit(() -> lane.send(sessions.getLast(), door)));
            saysToComeAgain(answers.getLast().get(), "log.busy");
            assertThat(answers.getFirst().isDone()).isFalse();
            Sql.run(holder, "select pg_advisory_unlock_all()");
        }
        settle(List.of(lane, lane), sessions, answers);
    }

    @Test
    void whoever_finds_no_connection_left_is_told_to_come_again() throws Exception {
        List<Lane> lanes = lanes(CONNECTIONS + 1);
        List<Lane.Session> sessions = lanes.stream().map(Lane::next).toList();
        List<Future<Optional<Answer>>> answers = new ArrayList<>();
        try (Connection holder = new DatabaseProcesses(folder.resolve("data")).asOwner()) {
            holder.setAutoCommit(false);
            // Whoever looks for a command in the log keeps its connection until the table is free.
            Sql.run(holder, "lock table refocus_log.event in access exclusive mode");
            for (int caller = 0; caller < lanes.size(); caller++) {
                Lane lane = lanes.get(caller);
                Lane.Session session = sessions.get(caller);
                answers.add(THREADS.submit(() -> lane.send(session, door)));
            }
            Eventually.await(() -> answers.stream().anyMatch(Future::isDone));
            for (Future<Optional<Answer>> answer : answers) {
                if (answer.isDone()) {
                    saysToComeAgain(answer.get(), "log.not-reachable");
                }
            }
            holder.rollback();
        }
        settle(lanes, sessions, answers);
    }

    @Test
    void many_callers_outlast_a_database_that_is_ended_and_started_again() throws Exception {
        Tally tally = new Tally();
        AtomicBoolean isOver = new AtomicBoolean();
        List<PostingClient> clients = new ArrayList<>();
        for (int index = 0; index < MANY_CALLERS; index++) {
            clients.add(new PostingClient(door, team, team.openCase(door), tally, isOver::get));
        }
        List<Future<List<Post>>> posting = clients.stream().map(THREADS::submit).toList();
        DatabaseProcesses database = new DatabaseProcesses(folder.resolve("data"));
        try {
            for (String signal : List.of("INT", "QUIT", "KILL")) {
                int before = tally.acknowledged.get();
                Eventually.await(() -> tally.acknowledged.get() > before + CALLERS);
                database.endPostmaster(signal);
                int ended = tally.acknowledged.get();
                Eventually.await(() -> tally.acknowledged.get() > ended + CALLERS);
            }
        } finally {
            isOver.set(true);
        }
        for (int index = 0; index < MANY_CALLERS; index++) {
            List<Post> posts = posting.get(index).get();
            Recorded recorded = clients.get(index).recorded(door);
            recorded.holdsExactly(posts);
            recorded.isRepeatedWithTheSameReceipt(posts);
        }
        try (Connection owner = database.asOwner()) {
            LogRows rows = LogRows.readBy(owner);
            rows.areInOrder();
            rows.areSealed();
        }
        System.out.println("three restarts: " + tally);
    }

    private static List<Lane> lanes(int count) throws Exception {
        List<Lane> lanes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            lanes.add(new Lane(team, door));
        }
        return lanes;
    }

    /** Those who were turned away are not there, and come again; the others were recorded. */
    private static void settle(
            List<Lane> lanes, List<Lane.Session> sessions, List<Future<Optional<Answer>>> answers)
            throws Exception {
        for (int caller = 0; caller < lanes.size(); caller++) {
            Lane lane = lanes.get(caller);
            Lane.Session session = sessions.get(caller);
            Answer answer = answers.get(caller).get().orElseThrow();
            if (answer.status() == 503) {
                assertThat(lane.settle(session, door).status()).isEqualTo(201);
            } else {
                assertThat(answer.status()).isEqualTo(201);
                lane.isAcknowledged(session, answer);
            }
            Recorded recorded = new Recorded(door, team, lane.caseId());
            recorded.holdsExactly(lane.posts());
            recorded.isRepeatedWithTheSameReceipt(lane.posts());
        }
    }

    /** The log's lock in somebody's hands, so that all who record must wait. */
    private static Connection held() throws SQLException {
        Connection holder = new DatabaseProcesses(folder.resolve("data")).asOwner();
        Sql.run(holder, "select pg_advisory_lock(" + LOCK + ")");
        return holder;
    }

    private static boolean waitsForTheLog(Connection holder) {
        try (Statement statement = holder.createStatement();
                ResultSet waits =
                        statement.executeQuery(
                                "select from pg_locks where locktype = 'advisory' and not"
                                        + " granted")) {
            return waits.next();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void saysToComeAgain(Optional<Answer> answer, String code) {
        Answer told = answer.orElseThrow();
        assertThat(told.status()).as(told.toString()).isEqualTo(503);
        assertThat(told.json().path("code").asString("")).isEqualTo(code);
        assertThat(told.response().headers().firstValue("Retry-After")).isPresent();
    }
}
