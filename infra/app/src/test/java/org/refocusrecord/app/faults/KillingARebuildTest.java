package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A server is killed while it rebuilds its views, wherever it is by then; the next one goes on. How
 * often can be said with {@code -Drefocus.kills=20}; every build does a few.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillingARebuildTest {

    private static final int KILLS = Integer.getInteger("refocus.kills", 3);
    private static final int SESSIONS = 12;
    private static final int MOST_MILLIS = 1_500;

    private final Random random = new Random(20_120_314);

    @Test
    void it_goes_on_and_ends_with_what_the_log_says(@TempDir Path folder) throws Exception {
        try (ServerProcess server = new ServerProcess(MadeAlready.in(folder.resolve("data")))) {
            Door door = new Door(server.url());
            server.start();
            server.awaitReady(door);
            Team team = Team.on(server.data(), door);
            Lane lane = new Lane(team, door);
            for (int session = 0; session < SESSIONS; session++) {
                lane.settle(lane.next(), door);
            }
            Map<String, String> held = Views.of(server.data(), door).atHead(SESSIONS);
            for (int kill = 0; kill < KILLS; kill++) {
                for (String view : held.keySet()) {
                    done(door, team, view, "rebuild");
                }
                if (kill == 0) {
                    // For certain before its end.
                    done(door, team, "caseload", "pause");
                }
                Thread.sleep(random.nextInt(MOST_MILLIS));
                server.kill();
                server.start();
                server.awaitReady(door);
                done(door, team, "caseload", "resume");
                for (String view : held.keySet()) {
                    isLive(door, team, view);
                }
                assertThat(Views.of(server.data(), door).atHead(SESSIONS)).isEqualTo(held);
            }
            lane.settle(lane.next(), door);
            Views.of(server.data(), door).atHead(SESSIONS + 1L);
        }
    }

    private static void done(Door door, Team team, String view, String deed)
            throws IOException, InterruptedException {
        String path = "/api/v1/projections/%s/%s".formatted(view, deed);
        assertThat(door.post(path, "", team.administering()).status()).isEqualTo(200);
    }

    private static void isLive(Door door, Team team, String view) throws InterruptedException {
        Eventually.await(() -> {
            JsonNode rebuild = rebuild(door, team, view);
            assertThat(rebuild.path("comparedAt").isNull()).as("was the same").isTrue();
            return rebuild.path("state").asString("").equals("LIVE");
        });
    }

    private static JsonNode rebuild(Door door, Team team, String name) {
        try {
            return door.get("/api/v1/projections", team.administering())
                    .json()
                    .valueStream()
                    .filter(view -> view.path("name").asString("").equals(name))
                    .findFirst()
                    .orElseThrow()
                    .path("rebuild");
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
