package org.refocusrecord.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.Programs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class LosingTheDatabaseTest {

    private static final int MOST_LOOKS = 600;

    @TempDir private Path data;

    @Test
    void a_server_whose_database_has_ended_starts_it_again_and_is_ready_again()
            throws IOException, InterruptedException {
        try (RefocusServer server = new RefocusServer(StartOrder.embedded(data, 0), _ -> {})) {
            String readiness = server.start() + "/actuator/health/readiness";
            DataFolder folder = DataFolder.at(data);

            new EmbeddedDatabase(folder, Programs.unpackedIn(folder.programs()), _ -> {}).close();

            int status = 0;
            for (int looks = 0; looks < MOST_LOOKS && status != 200; looks++) {
                TimeUnit.MILLISECONDS.sleep(100);
                status = Asking.get(readiness).statusCode();
                assertThat(status).isIn(200, 503);
            }
            assertThat(status).isEqualTo(200);
            assertThat(EmbeddedDatabase.isRunning(folder)).isTrue();
        }
        assertThat(EmbeddedDatabase.isRunning(DataFolder.at(data))).isFalse();
    }
}
