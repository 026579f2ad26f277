package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What goes on in a transaction that has the log's lock, whoever's it is. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class LookingUnderTheLockTest {

    private static final String MANY_EVENTS =
            """
            insert into refocus_log.event (position, sequence, occurred_at, recorded_at, revision, event_id,
                command_id, stream, type, posted_by, recorded_by, leaf_hash, content_mac, content_mac_key, payload)
            select h.head + n, 0, h.stamp, h.stamp + n * interval '1 microsecond', 1, gen_random_uuid(),
                   gen_random_uuid(), 'case/' || gen_random_uuid(), 'goal.voiced', 'clinical-system', 'STAFF/w-1',
                   sha256('leaf'), sha256('content'), gen_random_uuid(), '{}'
              from (select max(position) as head, max(recorded_at) as stamp from refocus_log.event) h,
                   generate_series(1, 5000) n
            """;
    private static final String ENTRIES_READ =
            """
            select sum(pg_stat_get_xact_tuples_returned(i.indexrelid)) + pg_stat_get_xact_tuples_returned(t.oid)
              from pg_class t join pg_index i on i.indrelid = t.oid
             where t.oid = 'refocus_log.event'::regclass group by t.oid
            """;

    private static final String WAITS_UNDER_THE_LOCK =
            """
            select count(*) from pg_locks w join pg_locks h using (pid)
             where not w.granted and w.relation = 'refocus_keys.data_key'::regclass
               and w.database = (select oid from pg_database where datname = current_database())
               and h.granted and h.locktype = 'advisory'
            """;

    @AutoClose private final LogDatabase log = new LogDatabase();

    @Test
    void a_look_costs_as_little_in_a_session_that_began_while_the_log_was_empty()
            throws SQLException {
        try (Connection connection = log.appender().getConnection()) {
            connection.setAutoCommit(false);
            for (int before = 0; before < 10; before++) {
                recorded(LogDatabase.within(connection, command(nextStream(), 0, 1)));
                connection.commit();
            }
            LogDatabase.execute(log.owner(), MANY_EVENTS);

            recorded(LogDatabase.within(connection, command(nextStream(), 0, 1)));

            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(ENTRIES_READ)) {
                row.next();
                assertThat(row.getLong(1)).isLessThan(20);
            }
            connection.rollback();
        }
    }

    @Test
    void one_that_stands_still_there_is_thrown_out_and_the_others_go_on() throws SQLException {
        Append still = command(nextStream(), 0, 2);
        Append other = command(nextStream(), 0, 2);
        try (Connection connection = log.owner().getConnection()) {
            connection.setAutoCommit(false);
            recorded(LogDatabase.within(connection, still));

            List<StoredRow> rows = recorded(log.store().append(other));

            assertThat(rows.getFirst().position()).isEqualTo(1);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
        assertThat(log.store().command(still.commandId())).isEmpty();
        assertThat(recorded(log.store().append(still)).getFirst().position()).isEqualTo(3);
    }

    /** By the call for one event alone, and by the one for many. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void one_that_waits_there_for_a_table_of_keys_is_thrown_out_and_the_others_go_on(int events)
            throws Exception {
        byte[] wrapped = Commands.filled(60, 3);
        Append waiting =
                Commands.under(
                        new UsedKey(Commands.nextId(), 0, wrapped),
                        nextStream(),
                        0,
                        Stream.generate(() -> Commands.row(Commands.OCCURRED_AT, wrapped))
                                .limit(events)
                                .toList());
        Append other = command(nextStream(), 0, 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection owner = log.owner().getConnection()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("lock table refocus_keys.data_key");
            Future<AppendResult> kept = threads.submit(() -> log.store().append(waiting));
            while (!LogDatabase.single(log.superuser(), WAITS_UNDER_THE_LOCK).equals("1")) {
                Thread.sleep(20);
            }
            Future<AppendResult> behind = threads.submit(() -> log.store().append(other));

            assertThat(recorded(behind.get(20, TimeUnit.SECONDS)).getFirst().position())
                    .isEqualTo(1);
            assertThatThrownBy(kept::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            LogNotReachable.class,
                            lost -> assertThat(lost.mayHaveBeenRecorded()).isTrue());
            owner.rollback();
        }
        assertThat(log.store().commandUnderLock(waiting.commandId())).isEmpty();
        assertThat(recorded(log.store().append(waiting)).getFirst().position()).isEqualTo(2);
    }
}
