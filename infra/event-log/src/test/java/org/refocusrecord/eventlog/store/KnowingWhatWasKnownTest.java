package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

class KnowingWhatWasKnownTest {
    @AutoClose private final LogDatabase log = new LogDatabase();
    @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LogStore store = log.store();

    @Test
    void a_moment_of_the_past_has_the_last_position_recorded_by_then() {
        List<StoredRow> rows = IntStream.range(0, 25).mapToObj(index -> append()).toList();

        for (StoredRow row : rows) {
            assertThat(store.knownAt(row.recordedAt())).hasValue(row.position());
            assertThat(store.knownAt(row.recordedAt().minus(1, ChronoUnit.MICROS)))
                    .hasValue(row.position() - 1);
        }
    }

    @Test
    void nothing_is_known_of_a_moment_to_come() throws Exception {
        append();

        assertThat(store.knownAt(Instant.now().plusSeconds(3600))).isEmpty();
        assertThat(floor()).isEqualTo("-infinity");
    }

    @Test
    void a_moment_after_the_last_event_raises_the_floor_for_all_later_stamps() throws Exception {
        StoredRow last = append();
        Instant moment = last.recordedAt().plus(1, ChronoUnit.MICROS);

        assertThat(store.knownAt(moment)).hasValue(last.position());

        assertThat(floor()).isNotEqualTo("-infinity");
        assertThat(append().recordedAt()).isAfter(moment);
        assertThat(store.knownAt(moment)).hasValue(last.position());
    }

    @Test
    void the_heads_own_moment_needs_no_floor() throws Exception {
        StoredRow last = append();

        assertThat(store.knownAt(last.recordedAt())).hasValue(last.position());
        assertThat(floor()).isEqualTo("-infinity");
    }

    @Test
    void it_waits_for_an_append_that_is_under_way() throws Exception {
        StoredRow before = append();
        try (Connection slow = log.appender().getConnection()) {
            slow.setAutoCommit(false);
            LogDatabase.within(slow, command(nextStream(), 0, 1));
            Instant moment = Instant.parse(clock());
            Future<OptionalLong> asked = threads.submit(() -> store.knownAt(moment));

            assertThatThrownBy(() -> asked.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            slow.commit();

            assertThat(asked.get()).hasValue(before.position() + 1);
        }
    }

    @Test
    void an_empty_log_knew_nothing_and_keeps_to_it() throws Exception {
        Instant moment = Instant.parse(clock());

        assertThat(store.knownAt(moment)).hasValue(0);
        assertThat(append().recordedAt()).isAfter(moment);
        assertThat(store.knownAt(moment)).hasValue(0);
    }

    @Test
    void a_reader_may_ask_too() {
        StoredRow last = append();

        assertThat(new LogStore(log.reader()).knownAt(last.recordedAt().plusNanos(1000)))
                .hasValue(last.position());
    }

    @Test
    void the_floor_never_falls() {
        assertThatThrownBy(
                        () -> {
                            LogDatabase.execute(
                                    log.owner(),
                                    "update refocus_log.log_floor set floor = '2100-01-01'");
                            LogDatabase.execute(
                                    log.owner(),
                                    "update refocus_log.log_floor set floor = '2099-01-01'");
                        })
                .hasMessageContaining("only rises");
    }

    private StoredRow append() {
        return recorded(store.append(command(nextStream(), 0, 1))).getFirst();
    }

    private String floor() throws Exception {
        return LogDatabase.single(log.owner(), "select floor from refocus_log.log_floor");
    }

    private String clock() throws Exception {
        return LogDatabase.single(log.owner(), "select refocus_log.leaf_time(clock_timestamp())");
    }
}
