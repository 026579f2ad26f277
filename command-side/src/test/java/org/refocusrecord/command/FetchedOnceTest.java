package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@Timeout(60)
class FetchedOnceTest {

    private final FetchedOnce<Integer> once = new FetchedOnce<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch arrived = new CountDownLatch(1);

    @Test
    void whoever_comes_while_it_is_on_its_way_gets_the_same() throws Exception {
        AtomicReference<@Nullable Integer> got = new AtomicReference<>();
        Thread first = asking(() -> got.set(once.fetched("it", this::slowly)));
        AtomicReference<@Nullable Integer> gotToo = new AtomicReference<>();
        Thread second = asking(() -> gotToo.set(once.fetched("it", this::slowly)));
        arrived.countDown();
        first.join();
        second.join();

        assertThat(got).hasValue(1);
        assertThat(gotToo).hasValue(1);
    }

    @Test
    void something_else_is_not_waited_for() throws Exception {
        Thread first = asking(() -> once.fetched("it", this::slowly));

        assertThat(once.fetched("something else", () -> 7)).isEqualTo(7);

        arrived.countDown();
        first.join();
    }

    @Test
    void whoever_comes_later_has_it_fetched_again() {
        assertThat(once.fetched("it", fetches::incrementAndGet)).isEqualTo(1);
        assertThat(once.fetched("it", fetches::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void that_it_could_not_be_fetched_is_told_to_all_and_it_is_tried_again() throws Exception {
        Thread first = asking(() -> fails());
        Thread second = asking(() -> fails());
        arrived.countDown();
        first.join();
        second.join();

        assertThat(fetches).hasValue(1);
        assertThat(once.fetched("it", () -> 7)).isEqualTo(7);
    }

    private void fails() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        once.fetched(
                                "it",
                                () -> {
                                    throw new IllegalStateException("fetch " + slowly());
                                }))
                .withMessage("fetch 1");
    }

    private int slowly() {
        try {
            arrived.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return fetches.incrementAndGet();
    }

    /** A thread that waits: for its own fetch or for another's. */
    private static Thread asking(Runnable asks) throws InterruptedException {
        Thread asking = Thread.ofPlatform().start(asks);
        while (asking.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return asking;
    }
}
