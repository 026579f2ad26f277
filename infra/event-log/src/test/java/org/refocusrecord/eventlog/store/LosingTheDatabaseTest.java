package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextStream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class LosingTheDatabaseTest {
    @AutoClose static final LogDatabase LOG = new LogDatabase();
    private static final String NO_ROOM =
            """
            create or replace function refocus_log.no_room() returns trigger language plpgsql as $$
            begin
                raise exception 'no room' using errcode = 'STATE';
            end
            $$;
            create trigger no_room before insert on refocus_log.event
                for each row execute function refocus_log.no_room();
            """;

    @AutoClose static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void where_nobody_listens_nothing_was_recorded() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"127.0.0.1"});
        nowhere.setPortNumbers(new int[] {1});

        LogNotReachable error = failing(new LogStore(nowhere));

        assertThat(error.mayHaveBeenRecorded()).isFalse();
    }

    @Test
    void a_pool_that_has_no_connection_to_give_is_not_reachable() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setDataSource(LOG.reader());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();

            assertThat(failing(new LogStore(pool)).mayHaveBeenRecorded()).isFalse();
        }
    }

    @Test
    void an_append_whose_backend_was_ended_is_in_doubt() throws Exception {
        try (Connection holder = LOG.appender().getConnection()) {
            holder.setAutoCommit(false);
            LogDatabase.within(holder, command(nextStream(), 0, 1));
            Future<LogNotReachable> waiting = THREADS.submit(() -> failing(LOG.store()));
            endTheBackendThatWaits();

            assertThat(waiting.get().mayHaveBeenRecorded()).isTrue();
            holder.rollback();
        }
    }

    @Test
    void a_transaction_whose_backend_was_ended_was_not_refused() {
        LogTransactions transactions = new LogTransactions(LOG.appender());

        assertThatExceptionOfType(LogNotReachable.class)
                .isThrownBy(() ->
                        transactions.write(connection -> {
                            String backend = single(connection, "select pg_backend_pid()");
                            String end =
                                    "select pg_terminate_backend(%s, 10000)".formatted(backend);
                            LogDatabase.execute(LOG.superuser(), end);
                            return single(connection, "select 1");
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "58030"})
    void a_disk_that_is_full_or_broken_keeps_an_append_out_for_a_while(String state)
            throws Exception {
        LogDatabase.execute(LOG.owner(), NO_ROOM.replace("STATE", state));
        try {
            assertThat(failing(LOG.store())).hasMessageContaining("cannot be reached");
        } finally {
            LogDatabase.execute(LOG.owner(), "drop trigger no_room on refocus_log.event");
        }
        Commands.recorded(LOG.store().append(command(nextStream(), 0, 1)));
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void endTheBackendThatWaits() throws Exception {
        String end =
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and datname = current_database()";
        while (LogDatabase.single(LOG.superuser(), end).equals("0")) {
            assertThat(Thread.interrupted()).as("its time is over").isFalse();
        }
    }

    private static LogNotReachable failing(LogStore store) {
        return catchThrowableOfType(
                LogNotReachable.class, () -> store.append(command(nextStream(), 0, 1)));
    }
}
