package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextId;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

/**
 * Appends that come while one is under way are written together when it is done. The one under way
 * is made to wait for a lock that the test holds, so that what comes next is one group.
 */
@Timeout(60)
class WritingTogetherTest {
    private static final int MOST_WAITING = 8;

    @AutoClose static final LogDatabase LOG = new LogDatabase();
    @AutoClose static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private LogStore store;

    @BeforeEach
    void open() {
        store = new LogStore(LOG.appender(), MOST_WAITING);
    }

    @Test
    void they_have_one_record_time_and_follow_each_other() throws Exception {
        List<Append> appends =
                List.of(
                        command(nextStream(), 0, 2),
                        command(nextStream(), 0, 1),
                        command(nextStream(), 0, 3));

        List<StoredRow> rows = new ArrayList<>();
        for (Future<AppendResult> result : together(appends)) {
            rows.addAll(recorded(result.get()));
        }

        assertThat(rows)
                .extracting(StoredRow::recordedAt)
                .containsOnly(rows.getFirst().recordedAt());
        assertThat(store.page(rows.getFirst().position() - 1, 6))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(rows);
    }

    @Test
    void one_that_does_not_stand_leaves_the_others_alone() throws Exception {
        Append again = command(nextStream(), 0, 1);
        recorded(store.append(again));
        List<Append> appends =
                List.of(
                        command(nextStream(), 0, 1),
                        again,
                        command(nextStream(), 7, 2),
                        command(nextStream(), 0, 2));

        List<Future<AppendResult>> results = together(appends);

        long first = recorded(results.getFirst().get()).getFirst().position();
        assertThat(results.get(1).get()).isEqualTo(new AppendResult.AlreadyRecorded());
        assertThat(results.get(2).get()).isEqualTo(new AppendResult.VersionConflict());
        assertThat(recorded(results.get(3).get()))
                .extracting(StoredRow::position)
                .containsExactly(first + 1, first + 2);
    }

    @Test
    void one_that_the_database_refuses_is_refused_alone() throws Exception {
        Append known = command(nextStream(), 0, 1);
        recorded(store.append(known));
        Append sameEventAgain = Commands.of(nextId(), nextStream(), 0, known.rows());
        List<Append> appends =
                List.of(command(nextStream(), 0, 1), sameEventAgain, command(nextStream(), 0, 1));

        List<Future<AppendResult>> results = together(appends);

        recorded(results.getFirst().get());
        assertThatThrownBy(() -> results.get(1).get())
                .hasRootCauseInstanceOf(LogFault.class)
                .hasMessageContaining("event_id_taken");
        recorded(results.getLast().get());
        assertThat(store.nextSequence(sameEventAgain.stream())).isZero();
    }

    @Test
    void two_of_one_stream_are_decided_one_after_the_other() throws Exception {
        String stream = nextStream();
        Append first = command(stream, 0, 1);
        Append next = command(stream, 1, 1);

        List<Future<AppendResult>> results = together(List.of(first, next));

        recorded(results.getFirst().get());
        assertThat(recorded(results.getLast().get()).getFirst().sequence()).isEqualTo(1);
    }

    @Test
    void when_too_many_wait_the_next_is_turned_away_and_can_come_again() throws Exception {
        List<Append> appends = new ArrayList<>();
        for (int i = 0; i < MOST_WAITING; i++) {
            appends.add(command(nextStream(), 0, 1));
        }
        Append oneMore = command(nextStream(), 0, 1);
        AtomicReference<Throwable> turnedAway = new AtomicReference<>();

        List<Future<AppendResult>> results =
                together(
                        appends,
                        () ->
                                assertThatExceptionOfType(LogBusy.class)
                                        .isThrownBy(() -> store.append(oneMore))
                                        .satisfies(turnedAway::set));

        assertThat(turnedAway.get()).hasMessage("8 appends wait already");
        for (Future<AppendResult> result : results) {
            recorded(result.get());
        }
        recorded(store.append(oneMore));
    }

    @Test
    void a_caller_that_is_interrupted_still_learns_what_became_of_it() throws Exception {
        Append append = command(nextStream(), 0, 1);
        AtomicReference<AppendResult> result = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller;
        try (Connection holder = held()) {
            Future<AppendResult> underWay = underWay();
            caller =
                    Thread.ofVirtual()
                            .start(() -> {
                                result.set(store.append(append));
                                interrupted.set(Thread.currentThread().isInterrupted());
                            });
            await(1);
            caller.interrupt();
            holder.rollback();
            recorded(underWay.get());
        }
        caller.join();

        recorded(result.get());
        assertThat(interrupted.get()).isTrue();
    }

    /** As where memory is at an end: what then breaks off is nobody's own fault. */
    @Test
    void where_the_writer_breaks_off_behind_the_commit_the_others_are_told_that_it_is_not_known()
            throws Exception {
        AtomicBoolean breaking = new AtomicBoolean();
        store = new LogStore(breakingOff(LOG.appender(), breaking), MOST_WAITING);
        List<Append> appends =
                List.of(
                        command(nextStream(), 0, 1),
                        command(nextStream(), 0, 2),
                        command(nextStream(), 0, 1));

        List<Future<AppendResult>> results = together(appends, () -> breaking.set(true));

        assertThatThrownBy(() -> results.getFirst().get())
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        for (Future<AppendResult> other : results.subList(1, 3)) {
            assertThatThrownBy(other::get)
                    .hasRootCauseInstanceOf(LogNotReachable.class)
                    .rootCause()
                    .extracting(lost -> ((LogNotReachable) lost).mayHaveBeenRecorded())
                    .isEqualTo(true);
        }
        for (Append append : appends) {
            assertThat(store.append(append)).isEqualTo(new AppendResult.AlreadyRecorded());
        }
    }

    /** Connections that break off once, when all is committed. */
    private static DataSource breakingOff(DataSource source, AtomicBoolean breaking) {
        return as(
                DataSource.class,
                (_, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    return result instanceof Connection connection
                            ? as(
                                    Connection.class,
                                    (_, asked, with) -> {
                                        Object answer = asked.invoke(connection, with);
                                        if (asked.getName().equals("commit")
                                                && breaking.compareAndSet(true, false)) {
                                            throw new OutOfMemoryError("as it might be");
                                        }
                                        return answer;
                                    })
                            : result;
                });
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private List<Future<AppendResult>> together(List<Append> appends) throws Exception {
        return together(appends, () -> {});
    }

    /** Lets appends come while another is under way. */
    private List<Future<AppendResult>> together(List<Append> appends, Runnable meanwhile)
            throws Exception {
        List<Future<AppendResult>> results = new ArrayList<>();
        try (Connection holder = held()) {
            Future<AppendResult> underWay = underWay();
            for (Append append : appends) {
                results.add(THREADS.submit(() -> store.append(append)));
                await(results.size());
            }
            meanwhile.run();
            holder.rollback();
            recorded(underWay.get());
        }
        return results;
    }

    private static Connection held() throws SQLException {
        Connection holder = LOG.appender().getConnection();
        holder.setAutoCommit(false);
        holder.createStatement().execute("select pg_advisory_xact_lock(refocus_log.append_lock())");
        return holder;
    }

    private Future<AppendResult> underWay() throws Exception {
        Future<AppendResult> underWay =
                THREADS.submit(() -> store.append(command(nextStream(), 0, 1)));
        while (!LogDatabase.single(
                        LOG.superuser(),
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .equals("1")) {
            Thread.sleep(Duration.ofMillis(5));
        }
        return underWay;
    }

    private void await(int waiting) throws InterruptedException {
        while (store.waiting() < waiting) {
            Thread.sleep(Duration.ofMillis(5));
        }
    }
}
