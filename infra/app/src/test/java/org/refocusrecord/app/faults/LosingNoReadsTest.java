package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Who read what is written down, whatever becomes of the server or its database. */
class LosingNoReadsTest {

    /** Long, so that the time in which a busy disk writes is little beside it. */
    private static final Duration WITHIN = Duration.ofSeconds(6);

    private static final Duration READING = Duration.ofSeconds(8);
    private static final int MOST = 1_000;

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void data() {
        data = MadeAlready.in(folder.resolve("data"));
    }

    /** A read that was answered, by the question that it asked. */
    private record Read(long number, long answered) {}

    @Test
    void a_server_that_is_killed_loses_none_that_was_answered_longer_ago_than_is_promised()
            throws Exception {
        Map<String, String> settings = Map.of("REFOCUS_ACCESS_WITHIN", WITHIN.toSeconds() + "s");
        try (ServerProcess server = new ServerProcess(data, settings)) {
            Door door = new Door(server.url());
            server.start();
            server.awaitReady(door);
            Team team = Team.on(data, door);
            String caseId = team.openCase(door);

            List<Read> reads = reads(door, team, caseId);
            long killed = System.nanoTime();
            server.kill();
            server.start();
            server.awaitReady(door);

            List<Long> kept = kept();
            List<Read> lost = reads.subList(kept.size(), reads.size());
            Console.tell(
                    "%d of %d reads were lost, the oldest answered %s ms before the kill"
                            .formatted(
                                    lost.size(),
                                    reads.size(),
                                    lost.isEmpty() ? "-" : milliseconds(lost, killed)));
            assertThat(kept)
                    .as("the first ones, in order and once")
                    .isEqualTo(reads.stream().map(Read::number).limit(kept.size()).toList());
            assertThat(kept).as("some were written meanwhile").isNotEmpty();
            assertThat(lost)
                    .allMatch(read -> killed - read.answered() < WITHIN.toNanos(), "not long ago");
        }
    }

    private static long milliseconds(List<Read> lost, long killed) {
        return Duration.ofNanos(killed - lost.getFirst().answered()).toMillis();
    }

    /** Each asks for another day, so that its entry says which it was. */
    private static List<Read> reads(Door door, Team team, String caseId)
            throws IOException, InterruptedException {
        List<Read> reads = new ArrayList<>();
        long end = System.nanoTime() + READING.toNanos();
        for (long number = 1; System.nanoTime() - end < 0; number++) {
            read(door, team, caseId, number);
            reads.add(new Read(number, System.nanoTime()));
        }
        return reads;
    }

    private static void read(Door door, Team team, String caseId, long number)
            throws IOException, InterruptedException {
        Door.Answer plan = door.get(plan(caseId, number), team.reading());
        assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
    }

    private static String plan(String caseId, long number) {
        // A second of the year 2012 after the other.
        return "/api/v1/cases/%s/care-plan?asOf=%s"
                .formatted(caseId, Instant.ofEpochSecond(1_325_376_000 + number));
    }

    private List<Long> kept() throws SQLException {
        List<Long> kept = new ArrayList<>();
        try (Connection owner = new DatabaseProcesses(data).asOwner();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select extract(epoch from as_of)::bigint - 1325376000 from"
                                        + " refocus_access.access where what = 'CARE_PLAN'"
                                        + " order by at, id")) {
            while (rows.next()) {
                kept.add(rows.getLong(1));
            }
        }
        return kept;
    }

    private RefocusServer server(String... settings) {
        return new RefocusServer(new StartOrder(data, 0, null, List.of(settings)), _ -> {});
    }

    @Test
    void a_server_that_is_stopped_loses_none() throws Exception {
        try (RefocusServer server = server("--refocus.access.within=10s")) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            String caseId = team.openCase(door);
            for (long number = 1; number <= 20; number++) {
                read(door, team, caseId, number);
            }
            assertThat(kept()).as("they wait for others").isEmpty();
        }
        try (RefocusServer again = server()) {
            again.start();
            assertThat(kept()).hasSize(20).isSorted();
        }
    }

    @Test
    void while_none_can_be_written_nobody_reads_unseen_and_others_record() throws Exception {
        Gauges gauges = new Gauges();
        try (RefocusServer server =
                server("--refocus.access.most-waiting=" + MOST, gauges.setting())) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            String caseId = team.openCase(door);
            asOwner("revoke insert on refocus_access.access from refocus_projector");
            for (long number = 1; number <= MOST; number++) {
                read(door, team, caseId, number);
            }
            assertThat(gauges.of("refocus.access.waiting")).isEqualTo(MOST);

            for (String of : List.of(caseId, Team.id())) {
                Door.Answer refused = door.get(plan(of, MOST + 1L), team.reading());
                assertThat(refused.status()).as("there or not: " + refused).isEqualTo(503);
                assertThat(refused.json().path("code").asString()).isEqualTo("log.not-reachable");
                assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(team.openCase(door)).as("a case is opened all the same").isNotEmpty();
            Eventually.await(() -> !isWell(door));
            assertThat(gauges.of("refocus.access.stuck")).isEqualTo(1);

            asOwner("grant insert on refocus_access.access to refocus_projector");
            Eventually.await(() -> isWell(door) && isRead(door, team, caseId));
        }
        List<Long> all = LongStream.rangeClosed(1, MOST + 1L).boxed().toList();
        try (RefocusServer again = server()) {
            again.start();
            assertThat(kept()).as("each that was answered, and no other").isEqualTo(all);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = new DatabaseProcesses(data).asOwner()) {
            Sql.run(owner, sql);
        }
    }

    private static boolean isWell(Door door) {
        try {
            return door.isNotingReads();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static boolean isRead(Door door, Team team, String caseId) {
        try {
            return door.get(plan(caseId, MOST + 1L), team.reading()).status() == 200;
        } catch (IOException | InterruptedException away) {
            throw new IllegalStateException(away);
        }
    }
}
