package org.refocusrecord.query.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Several go through many cases at the same time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class TakingTurnsAtManyCasesTest {

    private static final int MANY = 24;

    @Test
    void no_more_than_may_have_their_turn_at_once_and_each_comes_to_its_end() throws Exception {
        WalkTurns turns = new WalkTurns(MANY, 2);
        AtomicInteger within = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int walk = 0; walk < MANY; walk++) {
                threads.execute(() -> {
                    try (WalkTurns.Walk one = turns.beginWhole()) {
                        for (int turn = 0; turn < 10; turn++) {
                            one.inTurn(() -> {
                                seen.add(within.incrementAndGet());
                                LockSupport.parkNanos(1_000);
                                return within.decrementAndGet();
                            });
                        }
                    }
                });
            }
        }
        assertThat(seen).hasSize(MANY * 10).allMatch(many -> many <= 2);
    }

    @Test
    void a_page_goes_before_a_whole_service_and_others_in_the_order_in_which_they_ask()
            throws Exception {
        WalkTurns turns = new WalkTurns(MANY, 1);
        try (WalkTurns.Walk service = turns.beginWhole();
                WalkTurns.Walk other = turns.beginWhole();
                WalkTurns.Walk page = turns.beginPage();
                WalkTurns.Walk next = turns.beginPage()) {
            assertThat(order(turns, List.of(service, other, page, next)))
                    .containsExactly(2, 3, 0, 1);
        }
    }

    @Test
    void a_page_that_looks_through_a_whole_service_goes_before_nobody() throws Exception {
        WalkTurns turns = new WalkTurns(MANY, 1);
        try (WalkTurns.Walk service = turns.beginWhole();
                WalkTurns.Walk full = turns.beginPage();
                WalkTurns.Walk empty = turns.beginPage()) {
            IntStream.range(0, 7).forEach(turn -> full.inTurn(() -> turn));
            IntStream.range(0, 8).forEach(turn -> empty.inTurn(() -> turn));
            assertThat(order(turns, List.of(service, empty, full))).containsExactly(2, 0, 1);
        }
    }

    /**
     * In which these come to their turn, when they ask one after the other while another has it.
     */
    private static List<Integer> order(WalkTurns turns, List<WalkTurns.Walk> walks)
            throws Exception {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allWait = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                WalkTurns.Walk first = turns.beginWhole()) {
            List<Future<?>> ended = new ArrayList<>();
            ended.add(
                    threads.submit(() ->
                            first.inTurn(() -> {
                                begun.countDown();
                                return awaited(allWait);
                            })));
            begun.await();
            for (int walk = 0; walk < walks.size(); walk++) {
                int number = walk;
                ended.add(threads.submit(() -> walks.get(number).inTurn(() -> order.add(number))));
                awaitQueue(turns, walk + 1);
            }
            allWait.countDown();
            for (Future<?> each : ended) {
                each.get();
            }
        }
        return order;
    }

    private static void awaitQueue(WalkTurns turns, int many) throws InterruptedException {
        while (turns.waiting() < many) {
            Thread.sleep(1);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void however_many_pages_are_asked_for_a_whole_service_comes_to_its_turn() throws Exception {
        WalkTurns turns = new WalkTurns(MANY, 1);
        List<WalkTurns.Walk> walks = new ArrayList<>();
        walks.add(turns.beginWhole());
        IntStream.range(0, 8).forEach(_ -> walks.add(turns.beginPage()));

        assertThat(order(turns, walks).indexOf(0)).as("after three pages").isEqualTo(3);

        walks.forEach(WalkTurns.Walk::close);
        assertThat(turns.wholeUnderWay()).isZero();
    }

    @Test
    void whoever_fails_gives_the_turn_back() {
        WalkTurns turns = new WalkTurns(1, 1);
        try (WalkTurns.Walk walk = turns.beginWhole()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() ->
                            walk.inTurn(() -> {
                                throw new IllegalStateException("cannot be read");
                            }));
            assertThat(walk.inTurn(() -> "the next")).isEqualTo("the next");
        }
    }

    @Test
    void one_more_than_may_is_told_that_the_record_is_busy_and_may_come_when_one_has_gone() {
        WalkTurns turns = new WalkTurns(2, 1);
        try (WalkTurns.Walk one = turns.beginWhole()) {
            WalkTurns.Walk other = turns.beginWhole();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(turns::beginWhole)
                    .satisfies(busy ->
                            assertThat(busy.problem().code()).isEqualTo(ProblemCode.LOG_BUSY))
                    .satisfies(busy -> assertThat(busy.problem().retryAfter()).isNotNull());
            other.close();
            other.close();
            try (WalkTurns.Walk next = turns.beginWhole()) {
                assertThatExceptionOfType(ProblemException.class).isThrownBy(turns::beginWhole);
                assertThat(List.of(one, next)).doesNotHaveDuplicates();
            }
        }
        assertThat(turns.wholeUnderWay()).isZero();
    }

    @Test
    void whoever_goes_through_a_whole_service_takes_no_place_from_pages() {
        WalkTurns turns = new WalkTurns(1, 1);
        try (WalkTurns.Walk _ = turns.beginWhole();
                WalkTurns.Walk page = turns.beginPage()) {
            assertThat(page.inTurn(() -> "a page")).isEqualTo("a page");
            assertThatExceptionOfType(ProblemException.class).isThrownBy(turns::beginPage);
            assertThat(turns.pagesUnderWay()).isEqualTo(1);
        }
        assertThat(turns.pagesUnderWay()).isZero();
        assertThat(turns.wholeUnderWay()).isZero();
    }
}
