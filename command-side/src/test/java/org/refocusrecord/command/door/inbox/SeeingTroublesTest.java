package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** What does not move, or is refused, is a trouble; what moves is none. */
class SeeingTroublesTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final String OUTCOMES = "outcomes";

    @AutoClose private final Lanes lanes = new Lanes(Duration.ofSeconds(1));
    private final AtomicLong nanos = new AtomicLong(System.nanoTime());
    private final Untold untold = new Untold(nanos::get);
    private final Obstacles obstacles = new Obstacles();
    private final InboxCounts counts = new InboxCounts();

    private InboxTroubles troubles(Duration patience) {
        InboxSettings settings =
                new InboxSettings(
                        "test",
                        "sessions",
                        OUTCOMES,
                        "dead",
                        "group",
                        List.of(InboxSettings.ALL),
                        1,
                        10,
                        LONG);
        Standstill standstill = new Standstill(lanes, counts, patience, nanos::get);
        return new InboxTroubles(settings, obstacles, untold, standstill, patience);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void what_no_broker_acknowledges_is_one_after_a_while() {
        InboxTroubles troubles = troubles(PATIENCE);
        try (Untold.Word _ = untold.begin(OUTCOMES)) {
            pass(PATIENCE);
            assertThat(troubles.isAny()).isFalse();
            pass(A_MOMENT);
            assertThat(troubles.ofOutcomes()).startsWith("something waits for an acknowledgement");
            assertThat(troubles.ofDeadLetters()).isNull();
            assertThat(troubles.ofSessions()).isNull();
        }

        assertThat(troubles.isAny()).isFalse();
    }

    @Test
    void what_is_refused_is_one_at_once_though_others_go_on() {
        try (Untold.Word _ = untold.begin(OUTCOMES);
                Untold.Word refused = untold.begin(OUTCOMES)) {
            refused.refused(new NotEnoughReplicasException("what it says is not repeated"));

            assertThat(troubles(LONG).ofOutcomes())
                    .isEqualTo("it cannot be written (NotEnoughReplicasException)");
        }
        assertThat(troubles(LONG).isAny()).isFalse();
    }

    @Test
    void sessions_of_which_none_ends_are_one_and_those_that_end_are_not() {
        CountDownLatch end = new CountDownLatch(1);
        lanes.submit("one", new Lasting(end));
        InboxTroubles troubles = troubles(PATIENCE);

        assertThat(troubles.ofSessions()).isNull();
        pass(PATIENCE);
        assertThat(troubles.ofSessions()).isNull();
        pass(A_MOMENT);
        assertThat(troubles.ofSessions())
                .isEqualTo("none of the 1 that were taken has come to its end for 30 seconds");
        counts.count(Outcome.RECORDED);
        assertThat(troubles.ofSessions()).isNull();

        try (Untold.Word _ = untold.begin(OUTCOMES)) {
            pass(PATIENCE.plus(A_MOMENT));
            assertThat(troubles.ofOutcomes()).isNotNull();
            assertThat(troubles.ofSessions()).as("said of the outcomes").isNull();
        }
        assertThat(troubles.ofSessions()).as("said of nothing else").isNotNull();
        end.countDown();
    }

    @Test
    void some_that_come_to_no_end_are_one_though_others_do() {
        obstacles.metBySome("slow", "one of partition 3");

        assertThat(troubles(LONG).ofSome()).isEqualTo("one of partition 3");
        assertThat(troubles(LONG).ofSessions()).isNull();
        assertThat(troubles(LONG).isAny()).isTrue();
        obstacles.goneForSome("slow");
        assertThat(troubles(LONG).isAny()).isFalse();
    }

    @Test
    void that_waiting_sessions_are_not_tried_is_one_where_it_lasts_until_nothing_is_met() {
        WaitingFaults faults = new WaitingFaults(obstacles, PATIENCE, nanos::get);

        faults.met(new IllegalStateException("what it says is not repeated"));
        pass(PATIENCE);
        faults.met(new IllegalStateException("what it says is not repeated"));
        assertThat(troubles(LONG).isAny()).isFalse();
        pass(A_MOMENT);
        faults.met(new IllegalStateException("what it says is not repeated"));
        assertThat(troubles(LONG).ofSome())
                .isEqualTo("those that wait are not tried again (IllegalStateException)");

        faults.sweep();
        assertThat(troubles(LONG).isAny()).isTrue();
        faults.sweep();
        assertThat(troubles(LONG).isAny()).isFalse();
    }

    /** Under way until somebody says that it ends. */
    private record Lasting(CountDownLatch end) implements Lanes.Turn {

        @Override
        public void take() {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void notBegun(Throwable why) {
            throw new AssertionError(why);
        }
    }
}
