package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.Asking;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/**
 * A seal that cannot move keeps nobody from recording, and whoever looks after the service sees it.
 */
@Timeout(300)
class StoppingTheSealTest {

    @TempDir private Path data;
    private final Gauges gauges = new Gauges();

    @Test
    void it_shows_in_a_health_of_its_own_and_in_what_is_measured() throws Exception {
        List<String> settings = List.of("--refocus.seal.checkpoint-every=100ms", gauges.setting());
        try (RefocusServer server =
                new RefocusServer(
                        new StartOrder(MadeAlready.in(data), 0, null, settings), _ -> {})) {
            String url = server.start();
            Complaints complaints = Complaints.heard();
            Door door = new Door(url);
            Team team = Team.on(data, door);
            Lane lane = new Lane(team, door);
            assertThat(lane.settle(lane.next(), door).status()).isEqualTo(201);
            Eventually.await(
                    () -> gauges.of("refocus.seal.position") == gauges.of("refocus.log.head"));
            assertThat(gauges.of("refocus.log.head")).isGreaterThanOrEqualTo(6);
            assertThat(gauges.of("refocus.seal.age")).isBetween(0.0, 60.0);
            assertThat(gauges.of("refocus.seal.stuck")).isZero();
            assertThat(gauges.of("refocus.log.waiting")).isZero();
            assertThat(Asking.get(url + "/actuator/health/seal").statusCode()).isEqualTo(200);

            try (Connection owner = new DatabaseProcesses(data).asOwner()) {
                Sql.run(owner, "alter table refocus_seal.tree disable trigger all");
                Sql.run(owner, "update refocus_seal.tree set size = size + 1000");
            }

            Eventually.await(() -> gauges.of("refocus.seal.stuck") == 1);
            Eventually.await(() -> told(complaints).size() == 1);
            assertThat(Asking.get(url + "/actuator/health/seal").statusCode()).isEqualTo(503);
            assertThat(Asking.get(url + "/actuator/health/seal").body()).doesNotContain("tree");
            assertThat(door.isReady()).isTrue();
            assertThat(lane.settle(lane.next(), door).status()).isEqualTo(201);

            try (Connection owner = new DatabaseProcesses(data).asOwner()) {
                Sql.run(owner, "update refocus_seal.tree set size = size - 1000");
            }
            Eventually.await(() -> gauges.of("refocus.seal.stuck") == 0);
            assertThat(Asking.get(url + "/actuator/health/seal").statusCode()).isEqualTo(200);
            assertThat(told(complaints))
                    .containsExactly(
                            "The seal is not well: it does not move, and has said why. See"
                                    + " docs/watching.md.",
                            "The seal is well again.");
        }
    }

    /** What was said of the seal, without being asked for it at first. */
    private static List<String> told(Complaints complaints) {
        return complaints.words().stream()
                .filter(words -> words.contains("SealWatch: "))
                .map(words -> words.substring(words.indexOf(": ") + 2))
                .toList();
    }
}
