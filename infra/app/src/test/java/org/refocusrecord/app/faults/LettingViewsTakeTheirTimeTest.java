package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server on which nothing may take long but to make views, and what they are made from. */
@Timeout(300)
class LettingViewsTakeTheirTimeTest {

    @TempDir static Path folder;
    @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void views_are_made_with_the_patience_of_views_and_a_door_reads_with_that_of_readers()
            throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        List<String> impatient =
                List.of(
                        "--refocus.pools.appender.statement-timeout=1s",
                        "--refocus.pools.reader.statement-timeout=2s",
                        "--refocus.pools.projector.statement-timeout=5m");
        try (RefocusServer server =
                new RefocusServer(new StartOrder(data, 0, null, impatient), _ -> {})) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            String plan = "/api/v1/cases/" + team.openCase(door) + "/care-plan";
            while (!door.isReady()) {
                Thread.sleep(20);
            }
            Future<Answer> views;
            try (Connection holder = new DatabaseProcesses(data).asOwner()) {
                holder.setAutoCommit(false);
                Sql.run(holder, "lock table refocus_log.event in access exclusive mode");
                views = threads.submit(() -> door.get("/actuator/health/views", team.reading()));
                Answer read = door.get(plan, team.reading());

                assertThat(read.status()).as(read.toString()).isEqualTo(503);
                assertThat(read.json().path("code").asString("")).isEqualTo("log.busy");
                assertThat(views.isDone()).isFalse();
                holder.rollback();
            }
            assertThat(views.get().status()).isEqualTo(200);
            try (Connection holder = new DatabaseProcesses(data).asSuperuser()) {
                holder.setAutoCommit(false);
                Sql.run(holder, "lock table refocus_views.team in access exclusive mode");
                Answer list = door.get("/api/v1/teams", team.reading());

                assertThat(list.status()).as(list.toString()).isEqualTo(503);
                assertThat(list.json().path("code").asString("")).isEqualTo("log.busy");
            }
        }
    }
}
