package org.refocusrecord.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Ports;
import org.refocusrecord.eventlog.store.DurableSettings;
import org.refocusrecord.eventlog.store.LogMigrations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

@Execution(ExecutionMode.CONCURRENT)
class KeepingADatabaseTest {

    @TempDir private static Path programs;
    @TempDir private Path temporary;

    private DataFolder folder = DataFolder.at(Path.of("nowhere"));
    private final List<EmbeddedDatabase> started = new ArrayList<>();

    @BeforeAll
    static void programs_are_there() {
        Programs.unpackedIn(programs);
    }

    @BeforeEach
    void prepare() {
        folder = DataFolder.at(temporary);
        folder.prepare();
    }

    @AfterEach
    void stop() {
        started.forEach(EmbeddedDatabase::close);
    }

    @Test
    void its_rows_and_its_port_outlive_it_and_it_is_durable() throws SQLException {
        EmbeddedDatabase database = database();
        DatabaseAccess access = database.start();
        LogMigrations.apply(access.as(access.owner()));
        assertThatCode(() -> DurableSettings.require(access.as(access.appender())))
                .doesNotThrowAnyException();
        execute(access.as(access.projector()), "create table refocus_views.kept (text text)");
        execute(access.as(access.projector()), "insert into refocus_views.kept values ('here')");
        database.close();
        assertThat(EmbeddedDatabase.isRunning(folder)).isFalse();

        DatabaseAccess again = database().start();

        assertThat(again.jdbcUrl()).isEqualTo(access.jdbcUrl());
        assertThat(single(again.as(again.projector()), "select text from refocus_views.kept"))
                .isEqualTo("here");
    }

    @Test
    void nobody_comes_in_without_a_password() {
        DatabaseAccess access = database().start();

        for (Login login :
                List.of(
                        access.administrator(),
                        access.owner(),
                        access.appender(),
                        access.projector())) {
            assertThatThrownBy(
                            () -> single(access.as(new Login(login.role(), "guess")), "select 1"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_projector_reads_the_log_and_never_writes_to_it() throws SQLException {
        MadeAlready.in(temporary);
        DatabaseAccess access = database().start();
        LogMigrations.apply(access.as(access.owner()));
        DataSource projector = access.as(access.projector());

        assertThat(single(projector, "select count(*) from refocus_log.event")).isEqualTo("0");
        assertThatThrownBy(() -> execute(projector, "delete from refocus_log.event"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void one_that_was_left_over_is_ended_and_started_anew() throws IOException {
        ProcessHandle leftOver = leftOver();

        DatabaseAccess access = database().start();

        assertThat(new Postmaster(folder.database()).running())
                .isPresent()
                .isNotEqualTo(Optional.of(leftOver));
        assertThatCode(() -> single(access.as(access.owner()), "select 1"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_note_with_the_number_of_a_stranger_stops_nothing() throws IOException {
        startAndStop();
        List<String> lines = new ArrayList<>();
        lines.add(Long.toString(ProcessHandle.current().pid()));
        lines.add(folder.database().toString());
        Files.write(folder.database().resolve("postmaster.pid"), lines);

        assertThatCode(() -> database().start()).doesNotThrowAnyException();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void one_whose_process_was_killed_starts_again() throws IOException, SQLException {
        ProcessHandle killed = leftOver();
        killed.destroyForcibly();
        killed.onExit().completeOnTimeout(killed, 5, TimeUnit.SECONDS).join();

        DatabaseAccess access = database().start();

        assertThat(single(access.as(access.owner()), "select 1")).isEqualTo("1");
    }

    @Test
    void a_port_that_somebody_took_is_changed_for_another() throws IOException, SQLException {
        startAndStop();
        int port = new Ports(folder).kept("database").orElseThrow();

        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            DatabaseAccess access = database().start();

            assertThat(access.jdbcUrl()).doesNotContain(":" + port + "/");
            assertThat(single(access.as(access.owner()), "select 1")).isEqualTo("1");
        }
    }

    private EmbeddedDatabase database() {
        EmbeddedDatabase database =
                new EmbeddedDatabase(folder, Programs.unpackedIn(programs), _ -> {});
        started.add(database);
        return database;
    }

    private void startAndStop() {
        MadeAlready.in(temporary);
        EmbeddedDatabase database = database();
        database.start();
        database.close();
    }

    /** One that runs while nobody watches over it, because its server was killed. */
    private ProcessHandle leftOver() throws IOException {
        startAndStop();
        new Cluster(folder, Programs.unpackedIn(programs)).start();
        return new Postmaster(folder.database()).running().orElseThrow();
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
