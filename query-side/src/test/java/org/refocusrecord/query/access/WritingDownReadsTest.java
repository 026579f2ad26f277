package org.refocusrecord.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What waits to be written, and what becomes of it. */
class WritingDownReadsTest {

    private static final int MOST = 1_000;
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String NOW = "2031-05-10T09:00:00Z";

    /** Keeps in memory, once it may. */
    private static final class Memory implements AccessKeeper {
        private final List<Access> kept = new ArrayList<>();
        private final List<Integer> pages = new ArrayList<>();
        private final CountDownLatch gate;
        private int failures;
        private boolean closed;

        Memory(CountDownLatch gate, int failures) {
            this.gate = gate;
            this.failures = failures;
        }

        @Override
        public void keep(List<Access> accesses) {
            try {
                gate.await();
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            if (failures-- > 0) {
                throw new AccessNotKept(new SQLException("away", "08006"));
            }
            kept.addAll(accesses);
            pages.add(accesses.size());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static AccessLog log(Memory memory) {
        return new AccessLog(memory, new AccessSettings(LONG, MOST, null), Clock.systemUTC());
    }

    private static CountDownLatch open() {
        return new CountDownLatch(0);
    }

    private static @Nullable Throwable thrown(Runnable read) {
        try {
            read.run();
            return null;
        } catch (AccessLogFull full) {
            return full;
        }
    }

    @Test
    void what_waits_when_it_ends_is_written_at_once_and_in_order() {
        Memory memory = new Memory(open(), 0);
        List<Access> reads = ReadNotes.many(NOW, 3);
        try (AccessLog log = log(memory)) {
            log.start();
            reads.forEach(read -> log.shown(List.of(read)));
        }

        assertThat(memory.kept).isEqualTo(reads);
        assertThat(memory.closed).isTrue();
    }

    @Test
    void what_failed_is_written_again_and_nothing_is_written_out_of_turn() {
        Memory memory = new Memory(open(), 2);
        List<Access> reads = ReadNotes.many(NOW, 20);
        try (AccessLog log = log(memory)) {
            log.start();
            reads.forEach(read -> log.shown(List.of(read)));
        }

        assertThat(memory.kept).isEqualTo(reads);
    }

    @Test
    void as_many_wait_as_may_and_then_nothing_is_shown() {
        CountDownLatch gate = new CountDownLatch(1);
        Memory memory = new Memory(gate, 0);
        List<Access> reads = ReadNotes.many(NOW, MOST);
        try (AccessLog log = log(memory)) {
            log.start();
            log.shown(reads.subList(0, MOST - 1));
            assertThatThrownBy(() -> log.shown(ReadNotes.many(NOW, 2)))
                    .as("all of an answer or nothing")
                    .isInstanceOf(AccessLogFull.class);
            log.shown(reads.subList(MOST - 1, MOST));
            assertThat(thrown(() -> log.shown(ReadNotes.many(NOW, 1))))
                    .isInstanceOf(AccessLogFull.class);
            assertThat(log.waiting()).isEqualTo(MOST);
            assertThat(log.refusedForRoom()).isEqualTo(2);
            gate.countDown();
        }

        assertThat(memory.kept).isEqualTo(reads);
    }

    @Test
    void a_refusal_is_taken_when_there_is_no_room_since_it_would_tell_else_what_is_there() {
        CountDownLatch gate = new CountDownLatch(1);
        Memory memory = new Memory(gate, 0);
        try (AccessLog log = log(memory)) {
            log.start();
            log.shown(ReadNotes.many(NOW, MOST));
            log.refused(ReadNotes.at(NOW));
            assertThat(log.waiting()).isEqualTo(MOST + 1);
            gate.countDown();
        }

        assertThat(memory.kept).hasSize(MOST + 1);
        assertThat(memory.pages).as("no page is longer").allMatch(page -> page <= MOST);
    }

    @Test
    void settings_that_nobody_can_mean_are_refused() {
        assertThatThrownBy(() -> new AccessSettings(Duration.ofMillis(1), MOST, null))
                .hasMessageContaining("refocus.access.within");
        assertThatThrownBy(() -> new AccessSettings(LONG, MOST - 1, null))
                .hasMessageContaining("refocus.access.most-waiting");
        assertThatThrownBy(() -> new AccessSettings(LONG, MOST, Period.ofDays(10)))
                .hasMessageContaining("refocus.access.keep");
    }
}
