package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.Asking;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class LosingTheDatabaseTest {

    private static final int MOST_LOOKS = 600;

    @TempDir private Path data;

    @Test
    void a_server_whose_database_has_ended_starts_it_again_and_is_ready_again()
            throws IOException, InterruptedException {
        MadeAlready.in(data);
        try (RefocusServer server = new RefocusServer(StartOrder.embedded(data, 0), _ -> {})) {
            String readiness = server.start() + "/actuator/health/readiness";

            new DatabaseProcesses(data).killPostmaster();

            for (int looks = 0; looks < MOST_LOOKS && !isBack(readiness); looks++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(isBack(readiness)).isTrue();
        }
        assertThat(EmbeddedDatabase.isRunning(DataFolder.at(data))).isFalse();
    }

    /** While it is away a server says so, and says nothing worse. */
    private boolean isBack(String readiness) throws IOException, InterruptedException {
        int status = Asking.get(readiness).statusCode();
        assertThat(status).isIn(200, 503);
        return status == 200 && EmbeddedDatabase.isRunning(DataFolder.at(data));
    }
}
