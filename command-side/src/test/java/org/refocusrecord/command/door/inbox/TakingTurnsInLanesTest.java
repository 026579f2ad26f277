package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** Sessions of one case are handled one after the other, and those of others meanwhile. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class TakingTurnsInLanesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void those_of_one_lane_take_turns_in_the_order_in_which_they_came() throws Exception {
        try (Lanes lanes = new Lanes(PATIENCE)) {
            for (int number = 0; number < 200; number++) {
                lanes.submit("a", new Noted("a" + number));
                lanes.submit("b", new Noted("b" + number));
            }
            lanes.awaitAtMost(0);
        }

        for (String lane : List.of("a", "b")) {
            assertThat(done.stream().filter(what -> what.startsWith(lane)))
                    .hasSize(200)
                    .isSortedAccordingTo(
                            (one, other) -> Integer.compare(number(one), number(other)));
        }
    }

    @Test
    void the_next_has_its_turn_while_one_has_still_something_left_to_do() throws Exception {
        CountDownLatch next = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(PATIENCE)) {
            lanes.submit(
                    "a",
                    new Noted("first") {
                        @Override
                        public void rest() {
                            await(next);
                            done.add("rest of first");
                        }
                    });
            lanes.submit(
                    "a",
                    new Noted("second") {
                        @Override
                        public void rest() {
                            next.countDown();
                        }
                    });
            lanes.awaitAtMost(0);
        }

        assertThat(done).containsExactly("first", "second", "rest of first");
    }

    @Test
    void one_that_throws_in_its_turn_keeps_nobody_from_his_and_does_what_it_has_left()
            throws Exception {
        try (Lanes lanes = new Lanes(PATIENCE)) {
            lanes.submit(
                    "a",
                    new Noted("first") {
                        @Override
                        public void take() {
                            throw new OutOfMemoryError("as it might be");
                        }

                        @Override
                        public void rest() {
                            done.add("rest of first");
                        }
                    });
            lanes.submit("a", new Noted("second"));
            lanes.awaitAtMost(0);
        }

        assertThat(done).containsExactlyInAnyOrder("rest of first", "second");
    }

    /** Each is told, in order, before the next is begun: whoever listens can keep it from that. */
    @Test
    void one_for_which_there_is_no_thread_is_told_so_and_the_next_has_its_turn() throws Exception {
        ArrayDeque<Runnable> begun = new ArrayDeque<>();
        Executor failingOnce =
                new Executor() {
                    private int times;

                    @Override
                    public void execute(Runnable command) {
                        if (times++ == 1) {
                            throw new OutOfMemoryError("as it might be");
                        }
                        begun.add(command);
                    }
                };
        try (Lanes lanes = new Lanes(PATIENCE, failingOnce)) {
            lanes.submit("a", new Noted("first"));
            lanes.submit("a", new Noted("second"));
            lanes.submit("a", new Noted("third"));
            while (!begun.isEmpty()) {
                begun.remove().run();
            }

            assertThat(done).containsExactly("first", "second not begun", "third");
            assertThat(lanes.underWay()).isZero();
        }
    }

    @Test
    void where_not_even_that_can_be_told_the_next_has_its_turn() throws Exception {
        ArrayDeque<Runnable> begun = new ArrayDeque<>();
        // Java has few of them made beforehand, and throws the same again and again.
        OutOfMemoryError always = new OutOfMemoryError("as it might be");
        ArrayDeque<Boolean> isThread = new ArrayDeque<>(List.of(false, true));
        Executor failingAtFirst =
                command -> {
                    if (!isThread.remove()) {
                        throw always;
                    }
                    begun.add(command);
                };
        try (Lanes lanes = new Lanes(PATIENCE, failingAtFirst)) {
            lanes.submit(
                    "a",
                    new Noted("first") {
                        @Override
                        public void notBegun(Throwable why) {
                            throw always;
                        }
                    });
            lanes.submit("a", new Noted("second"));
            begun.remove().run();

            assertThat(done).containsExactly("second");
            assertThat(lanes.underWay()).isZero();
        }
    }

    private class Noted implements Lanes.Turn {
        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public void take() {
            done.add(name);
        }

        @Override
        public void notBegun(Throwable why) {
            done.add(name + " not begun");
        }
    }

    private static int number(String what) {
        return Integer.parseInt(what.substring(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
