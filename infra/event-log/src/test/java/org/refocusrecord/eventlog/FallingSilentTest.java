package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.testkit.wire.DatabaseWire;
import org.refocusrecord.testkit.wire.Stop;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The network says nothing more in the middle of an append, and does not break either. Its
 * connection is left at once when it has been silent for long enough, and not asked for anything
 * more: it would be silent as long again. What became of the append is asked by another.
 */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class FallingSilentTest {

    private static final Duration SILENT = Duration.ofSeconds(3);
    private static final Duration TWICE = SILENT.multipliedBy(2);

    private static final String IS_ASKED =
            "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                    + " and database = (select oid from pg_database"
                    + " where datname = current_database())";

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AutoClose private OpenLog openLog;
    @AutoClose private DatabaseWire wire;

    @BeforeEach
    void open() throws IOException {
        openLog = new OpenLog(keys);
        wire = new DatabaseWire(openLog.database().as("refocus_owner").getPortNumbers()[0]);
        openLog.log().append(theCase.opening("sent"));
    }

    /** A node whose first connection goes over the wire, once it has asked what it must. */
    private EventLog node(AtomicBoolean overTheWire) {
        PGSimpleDataSource straight = openLog.database().as("refocus_appender");
        PGSimpleDataSource wired = openLog.database().as("refocus_appender");
        wired.setPortNumbers(new int[] {wire.port()});
        wired.setSocketTimeout(Math.toIntExact(SILENT.toSeconds()));
        return openLog.over(
                new DelegatingDataSource(straight) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return overTheWire.get() ? wired.getConnection() : super.getConnection();
                    }
                },
                openLog.master());
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENTS_HALF_SENT", "END_NOT_SENT"})
    void before_its_end_was_sent_nothing_of_it_is_there_and_the_caller_is_told(
            DatabaseWire.Place place) throws Exception {
        Appending voicing = theCase.voicing(1, "voiced", "I want to cook again.");
        AtomicBoolean overTheWire = new AtomicBoolean(true);
        EventLog node = node(overTheWire);
        Stop stop = wire.stopAt(place, voicing.commandId().value());

        Future<Receipt> appended = threads.submit(() -> node.append(voicing));
        assertThat(stop.isReached(Duration.ofSeconds(20))).isTrue();
        long since = System.nanoTime();
        overTheWire.set(false);
        while (!isAsked()) {
            Thread.sleep(20);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(TWICE);
        assertThat(appended.isDone()).isFalse();
        stop.cut();

        assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                .isThrownBy(() -> appended.get(20, TimeUnit.SECONDS))
                .withCauseInstanceOf(LogNotReachable.class);
        assertThat(openLog.log().receipt(voicing.commandId())).isEmpty();
        assertThat(node.append(voicing).version()).isEqualTo(3);
    }

    @Test
    void after_it_was_committed_the_caller_gets_its_receipt() throws Exception {
        Appending voicing = theCase.voicing(1, "voiced", "I want to cook again.");
        AtomicBoolean overTheWire = new AtomicBoolean(true);
        EventLog node = node(overTheWire);
        Stop stop = wire.stopAt(DatabaseWire.Place.COMMITTED, voicing.commandId().value());

        Future<Receipt> appended = threads.submit(() -> node.append(voicing));
        assertThat(stop.isReached(Duration.ofSeconds(20))).isTrue();
        overTheWire.set(false);

        Receipt receipt = appended.get(20, TimeUnit.SECONDS);
        assertThat(openLog.log().receipt(voicing.commandId())).hasValue(receipt);
        assertThat(openLog.log().stream(theCase.stream())).hasSize(3);
        stop.cut();
    }

    /** Whether somebody waits for what became of an append that still holds the lock. */
    private boolean isAsked() throws SQLException {
        try (Connection connection = openLog.database().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IS_ASKED)) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
