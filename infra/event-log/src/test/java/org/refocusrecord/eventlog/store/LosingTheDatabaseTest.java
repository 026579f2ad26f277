package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextStream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class LosingTheDatabaseTest {
    @AutoClose static final LogDatabase LOG = new LogDatabase();
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

    private static void endTheBackendThatWaits() throws Exception {
        String end =
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and datname = current_database()";
        while (LogDatabase.single(LOG.superuser(), end).equals("0")) {
            Thread.onSpinWait();
        }
    }

    private static LogNotReachable failing(LogStore store) {
        return catchThrowableOfType(
                LogNotReachable.class, () -> store.append(command(nextStream(), 0, 1)));
    }
}
