package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * A server starts whose release folds a view to something else than the release before, which is
 * not what anybody wanted: it serves what that left, is not ready, and names the first case.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RefusingAReleaseTest {

    @Test
    void its_server_is_not_ready_and_names_the_first_case_until_somebody_lets_it_go_live(
            @TempDir Path folder) throws Exception {
        try (ServerProcess server = new ServerProcess(MadeAlready.in(folder.resolve("data")))) {
            Door door = new Door(server.url());
            server.start();
            server.awaitReady(door);
            Team team = Team.on(server.data(), door);
            Lane lane = new Lane(team, door);
            lane.settle(lane.next(), door);
            String other = team.openCase(door);
            leftByAnother(server, door, lane.caseId());
            server.kill();

            server.start();

            String differs = "view caseload, rebuilt by version 3, differs from what is live";
            server.awaitRecording(door);
            Eventually.await(() -> said(server).contains(differs));
            assertThat(said(server))
                    .containsOnlyOnce(differs)
                    .contains("the first is that case/" + lane.caseId() + " has 0 rows only in")
                    .doesNotContain(other);
            assertThat(door.isReady()).isFalse();
            assertThat(door.isRecording()).isTrue();
            assertThat(door.get("/api/v1/cases", team.reading()).json().path("cases")).hasSize(1);
            assertThat(rebuild(door, team).path("state").asString("")).isEqualTo("DIFFERS");

            door.post("/api/v1/projections/caseload/accept", "", team.administering());

            server.awaitReady(door);
            assertThat(rebuild(door, team).path("state").asString("")).isEqualTo("LIVE");
            assertThat(door.get("/api/v1/cases", team.reading()).json().path("cases")).hasSize(2);
        }
    }

    private static void leftByAnother(ServerProcess server, Door door, String caseId)
            throws IOException, InterruptedException, SQLException {
        Views.of(server.data(), door).atHead(1);
        try (Connection connection = new DatabaseProcesses(server.data()).asSuperuser()) {
            Sql.run(connection, left(caseId));
        }
    }

    /** What a release before this one would have left, by whose fold a case had one span less. */
    private static String left(String caseId) {
        return """
        delete from refocus_views.case_span where case_id = '%s';
        update refocus_views.projection set version = 1, count = count - 1
         where name = 'caseload' and segment = 0;
        update refocus_views.projection set version = 1 where name = 'caseload';
        """
                .formatted(caseId);
    }

    private static String said(ServerProcess server) {
        try {
            return server.said();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static JsonNode rebuild(Door door, Team team) throws Exception {
        return door.get("/api/v1/projections", team.administering())
                .json()
                .valueStream()
                .filter(view -> view.path("name").asString("").equals("caseload"))
                .findFirst()
                .orElseThrow()
                .path("rebuild");
    }
}
