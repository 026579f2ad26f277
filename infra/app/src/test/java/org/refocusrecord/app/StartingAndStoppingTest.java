package org.refocusrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.app.Program.Ended;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.Asking;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The life of a server, in processes as real as those that the launcher starts. */
@Execution(ExecutionMode.CONCURRENT)
class StartingAndStoppingTest {

    @TempDir private Path data;
    @TempDir private Path home;
    @TempDir private Path scratch;

    @AfterEach
    void leaveNothingRunning() throws IOException, InterruptedException {
        call("down");
    }

    @Test
    void a_server_is_started_killed_started_again_and_stopped()
            throws IOException, InterruptedException, SQLException {
        Ended up = call("up", "--port", "0", "--detach");
        assertThat(up.said()).contains("the data is in " + data.toRealPath());
        assertThat(up.code()).isZero();
        ServerNote first = note();
        assertThat(up.result()).contains(first.url());
        assertThat(Asking.get(first.url() + "/actuator/health/readiness").statusCode())
                .isEqualTo(200);

        connect(call("db-url").result());
        assertThat(call("token", "--role", "ADMIN").result()).matches("[^.]+[.][^.]+[.][^.]+\\n");

        Ended twice = call("up", "--port", "0", "--detach");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.said())
                .contains("already running on", "refocus down --data " + data.toRealPath())
                .doesNotContain("\tat ");

        ProcessHandle server = first.process().orElseThrow();
        server.destroyForcibly();
        server.onExit().completeOnTimeout(server, 10, TimeUnit.SECONDS).join();
        assertThat(EmbeddedDatabase.isRunning(DataFolder.at(data))).isTrue();

        assertThat(call("up", "--port", "0", "--detach").code()).isZero();
        assertThat(note().pid()).isNotEqualTo(first.pid());
        assertThat(Asking.get(note().url() + "/actuator/health/readiness").statusCode())
                .isEqualTo(200);

        Ended down = call("down");
        assertThat(down.code()).isZero();
        assertThat(down.said()).contains("stopped");
        assertThat(EmbeddedDatabase.isRunning(DataFolder.at(data))).isFalse();
        assertThat(call("down").said()).contains("nothing was running");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_start_in_the_background_that_fails_says_why() throws IOException, InterruptedException {
        Files.writeString(data.resolve("application.yml"), "refocus.zone: Atlantis\n");
        MadeAlready.in(data);

        Ended up = call("up", "--port", "0", "--detach");

        assertThat(up.code()).isEqualTo(2);
        assertThat(up.said())
                .contains("A setting is wrong, refocus.zone", "Atlantis")
                .doesNotContain("\tat ");
        assertThat(EmbeddedDatabase.isRunning(DataFolder.at(data))).isFalse();
    }

    private ServerNote note() {
        return ServerNote.in(DataFolder.at(data)).orElseThrow();
    }

    private static void connect(String url) throws SQLException {
        URI where = URI.create(url.strip());
        assertThat(where.getScheme()).isEqualTo("postgresql");
        List<String> login = List.of(where.getUserInfo().split(":", 2));
        try (Connection connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://%s:%d%s"
                                .formatted(where.getHost(), where.getPort(), where.getPath()),
                        login.getFirst(),
                        login.getLast())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private Ended call(String... arguments) throws IOException, InterruptedException {
        return new Program(data, home, scratch).call(arguments);
    }
}
