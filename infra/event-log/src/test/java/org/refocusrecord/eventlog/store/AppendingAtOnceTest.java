package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

@Timeout(60)
class AppendingAtOnceTest {
    @AutoClose static final LogDatabase LOG = new LogDatabase();
    @AutoClose static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final LogStore store = LOG.store();

    @Test
    void sixteen_writers_leave_no_gap_and_a_reader_beside_them_skips_nothing() throws Exception {
        long before = store.head().position();
        int appends = 60;
        List<Future<Integer>> writers =
                IntStream.range(0, 16)
                        .mapToObj(writer -> THREADS.submit(() -> write(appends)))
                        .toList();

        List<Long> read = new ArrayList<>();
        boolean done;
        do {
            done = writers.stream().allMatch(Future::isDone);
            long after = read.isEmpty() ? before : read.getLast();
            store.page(after, 1000).forEach(row -> read.add(row.position()));
        } while (!done);

        for (Future<Integer> writer : writers) {
            assertThat(writer.get()).isEqualTo(appends);
        }
        long until = before + 16L * appends * 2;
        assertThat(read).isEqualTo(LongStream.rangeClosed(before + 1, until).boxed().toList());
        assertThat(store.page(before, 10_000))
                .extracting(StoredRow::recordedAt)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void of_two_writers_of_one_stream_one_meets_a_conflict() throws Exception {
        String stream = nextStream();
        for (long version = 0; version < 50; version++) {
            Append one = command(stream, version, 1);
            Append other = command(stream, version, 1);

            assertThat(bothOf(() -> store.append(one), () -> store.append(other)))
                    .hasAtLeastOneElementOfType(AppendResult.Appended.class)
                    .contains(new AppendResult.VersionConflict());
        }
    }

    @Test
    void of_one_command_twice_at_once_one_is_recorded() throws Exception {
        for (int round = 0; round < 50; round++) {
            Append append = command(nextStream(), 0, 2);

            assertThat(bothOf(() -> store.append(append), () -> store.append(append)))
                    .hasAtLeastOneElementOfType(AppendResult.Appended.class)
                    .contains(new AppendResult.AlreadyRecorded());
            assertThat(store.command(append.commandId())).hasSize(2);
        }
    }

    @Test
    void while_one_append_is_held_open_the_next_waits_and_a_reader_sees_neither() throws Exception {
        long before = store.head().position();
        Append first = command(nextStream(), 0, 1);
        Append second = command(nextStream(), 0, 1);
        try (Connection slow = LOG.appender().getConnection()) {
            slow.setAutoCommit(false);
            LogDatabase.within(slow, first);
            Future<AppendResult> waiting = THREADS.submit(() -> store.append(second));

            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            assertThat(store.page(before, 10)).isEmpty();

            slow.commit();
            assertThat(recorded(waiting.get()).getFirst().position()).isEqualTo(before + 2);
        }
        assertThat(store.page(before, 10))
                .extracting(StoredRow::commandId)
                .containsExactly(first.commandId(), second.commandId());
    }

    @Test
    void one_that_waited_sees_the_version_that_the_one_before_it_made() throws Exception {
        String stream = nextStream();
        try (Connection slow = LOG.appender().getConnection()) {
            slow.setAutoCommit(false);
            LogDatabase.within(slow, command(stream, 0, 3));
            Future<AppendResult> waiting =
                    THREADS.submit(() -> store.append(command(stream, 0, 1)));
            Thread.sleep(Duration.ofMillis(100));
            slow.commit();

            assertThat(waiting.get()).isEqualTo(new AppendResult.VersionConflict());
        }
    }

    @Test
    void an_append_that_was_rolled_back_leaves_no_gap() throws Exception {
        long before = store.head().position();
        try (Connection lost = LOG.appender().getConnection()) {
            lost.setAutoCommit(false);
            LogDatabase.within(lost, command(nextStream(), 0, 5));
            lost.rollback();
        }

        assertThat(recorded(store.append(command(nextStream(), 0, 1))).getFirst().position())
                .isEqualTo(before + 1);
    }

    @Test
    void a_command_in_doubt_is_found_once_its_backend_has_committed() throws Exception {
        Append append = command(nextStream(), 0, 2);
        try (Connection slow = LOG.appender().getConnection()) {
            slow.setAutoCommit(false);
            LogDatabase.within(slow, append);
            Future<List<StoredRow>> asked =
                    THREADS.submit(() -> store.commandUnderLock(append.commandId()));

            assertThat(store.command(append.commandId())).isEmpty();
            assertThatThrownBy(() -> asked.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            slow.commit();

            assertThat(asked.get()).hasSize(2);
        }
    }

    @Test
    void an_append_under_another_isolation_is_refused_because_it_would_see_old_rows()
            throws Exception {
        try (Connection connection = LOG.appender().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

            assertThatThrownBy(() -> LogDatabase.within(connection, command(nextStream(), 0, 1)))
                    .hasMessageContaining("READ COMMITTED");
        }
    }

    @Test
    void who_listens_is_told_the_new_head() throws Exception {
        try (Connection listening = LOG.reader().getConnection()) {
            listening.createStatement().execute("listen refocus_log");
            List<StoredRow> rows = recorded(store.append(command(nextStream(), 0, 2)));

            assertThat(listening.unwrap(PGConnection.class).getNotifications(5000))
                    .extracting(notification -> notification.getParameter())
                    .containsExactly(String.valueOf(rows.getLast().position()));
        }
    }

    private int write(int appends) {
        String stream = nextStream();
        for (int append = 0; append < appends; append++) {
            recorded(store.append(command(stream, append * 2L, 2)));
        }
        return appends;
    }

    private static List<AppendResult> bothOf(
            Callable<AppendResult> one, Callable<AppendResult> other) throws Exception {
        Future<AppendResult> beside = THREADS.submit(other);
        return List.of(one.call(), beside.get());
    }
}
