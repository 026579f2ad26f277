package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** What was logged is not left in any segment, those that wait for their next turn among them. */
@Isolated("a segment that is kept is kept for all databases of the server")
@Timeout(120)
class WritingTheLogOverTest {

    private static final int SEGMENTS = 4;
    private static final String SLOT = "somebody";

    @AutoClose private final LogDatabase log = new LogDatabase();
    private final String mark = "mark " + UUID.randomUUID();

    @Test
    void nothing_of_it_is_left_though_somebody_records_meanwhile() throws Exception {
        logged();
        assertThat(isInTheLog()).isTrue();
        AtomicBoolean isOver = new AtomicBoolean();
        Thread recording = Thread.ofPlatform().start(() -> record(isOver));
        try {
            assertThat(new WriteAheadLog(log.superuser()).writeOver()).isTrue();
        } finally {
            isOver.set(true);
            recording.join();
        }
        assertThat(isInTheLog()).isFalse();
    }

    @Test
    void where_somebody_keeps_it_that_is_told() throws Exception {
        execute("select pg_create_physical_replication_slot('" + SLOT + "', true)");
        try {
            logged();
            assertThat(new WriteAheadLog(log.superuser()).writeOver()).isFalse();
            assertThat(isInTheLog()).isTrue();
        } finally {
            execute("select pg_drop_replication_slot('" + SLOT + "')");
        }
        assertThat(new WriteAheadLog(log.superuser()).writeOver()).isTrue();
        assertThat(isInTheLog()).isFalse();
    }

    /** In several segments, of which some have been given their next turn. */
    private void logged() throws SQLException {
        for (int segment = 0; segment < SEGMENTS; segment++) {
            execute("select pg_logical_emit_message(false, '', '" + mark + "'), pg_switch_wal()");
            if (segment == SEGMENTS / 2) {
                execute("checkpoint");
            }
        }
    }

    private void record(AtomicBoolean isOver) {
        try {
            while (!isOver.get()) {
                execute("select pg_logical_emit_message(true, '', repeat('x', 100000))");
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean isInTheLog() throws Exception {
        try (Connection connection = log.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            try (Stream<Path> files = Files.list(Path.of(row.getString(1), "pg_wal"))) {
                return files.filter(Files::isRegularFile).anyMatch(this::isMarked);
            }
        }
    }

    private boolean isMarked(Path segment) {
        try {
            return new String(Files.readAllBytes(segment), ISO_8859_1).contains(mark);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void execute(String sql) throws SQLException {
        LogDatabase.execute(log.superuser(), sql);
    }
}
