package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.postgres.MadeAlready;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Somebody locks a table of keys for long, as a VACUUM FULL of a large one does. */
@Timeout(300)
class LockingTheKeysTest {

    private static final int CALLERS = 4;

    /** The first is thrown out after ten seconds, and those behind it after ten more. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(25);

    private static final String UNDER_THE_LOCK =
            """
            select count(*) from pg_locks w join pg_locks h using (pid)
             where not w.granted and w.relation = 'refocus_keys.record_key'::regclass
               and h.granted and h.locktype = 'advisory'
            """;

    @TempDir static Path folder;
    @AutoClose static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    @AutoClose static ServerProcess server;
    private static Door door;
    private static Team team;

    @BeforeAll
    static void with_a_server() throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        server = new ServerProcess(data);
        door = new Door(server.url());
        server.start();
        server.awaitReady(door);
        team = Team.on(data, door);
    }

    @Test
    void nobody_records_meanwhile_and_all_are_told_to_come_again() throws Exception {
        Lane first = new Lane(team, door, Lane.Load.ONE_EVENT);
        List<Lane> lanes = new ArrayList<>(List.of(first));
        for (int caller = 0; caller < CALLERS; caller++) {
            lanes.add(new Lane(team, door));
        }
        List<Lane.Session> sessions = lanes.stream().map(Lane::next).toList();
        try (Connection holder = new DatabaseProcesses(folder.resolve("data")).asOwner()) {
            holder.setAutoCommit(false);
            Sql.run(holder, "lock table refocus_keys.record_key in access exclusive mode");
            long since = System.nanoTime();
            Future<Optional<Answer>> alone =
                    THREADS.submit(() -> first.send(sessions.getFirst(), door));
            Eventually.await(() -> isUnderTheLock(holder));
            List<Future<Optional<Answer>>> behind =
                    Stream.iterate(1, index -> index <= CALLERS, index -> index + 1)
                            .map(index ->
                                    THREADS.submit(
                                            () -> lanes.get(index).send(sessions.get(index), door)))
                            .toList();

            saysToComeAgain(alone.get());
            for (Future<Optional<Answer>> answer : behind) {
                saysToComeAgain(answer.get());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(TOLD_WITHIN);
            holder.rollback();
        }
        for (int caller = 0; caller < lanes.size(); caller++) {
            assertThat(lanes.get(caller).settle(sessions.get(caller), door).status())
                    .isEqualTo(201);
        }
        for (Lane lane : lanes.subList(1, lanes.size())) {
            new Recorded(door, team, lane.caseId()).holdsExactly(lane.posts());
        }
    }

    private static boolean isUnderTheLock(Connection owner) {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(UNDER_THE_LOCK)) {
            row.next();
            return row.getInt(1) == 1;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void saysToComeAgain(Optional<Answer> answer) {
        Answer told = answer.orElseThrow();
        assertThat(told.status()).as(told.toString()).isEqualTo(503);
        assertThat(told.json().path("code").asString("")).isEqualTo("log.not-reachable");
        assertThat(told.response().headers().firstValue("Retry-After")).isPresent();
    }
}
