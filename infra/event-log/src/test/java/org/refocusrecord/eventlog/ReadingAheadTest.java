package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.LogPages.Fetching;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawEvent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Pages that are fetched before they are asked for. */
@Timeout(60)
class ReadingAheadTest {

    private static final int PAGE = 2;

    @TempDir private Path keys;
    @AutoClose private OpenLog openLog;

    @BeforeEach
    void open() {
        openLog = new OpenLog(keys);
    }

    private void record(int events) {
        for (int one = 0; one < events; one++) {
            openLog.log().append(new CaseInTheLog().opening("sent"));
        }
    }

    private LogPages<RawEvent, Long> pages(Fetching<RawEvent> fetching) {
        return pages(fetching, RawEvent::position);
    }

    private LogPages<RawEvent, Long> pages(
            Fetching<RawEvent> fetching, Function<RawEvent, Long> read) {
        return new LogPages<>(openLog.log().store(), fetching, read, 0, Long.MAX_VALUE, PAGE);
    }

    @Test
    void a_page_of_which_a_row_could_not_be_taken_apart_is_taken_apart_again() throws Exception {
        record(3 * PAGE);
        Set<Long> failed = ConcurrentHashMap.newKeySet();
        try (LogPages<RawEvent, Long> pages =
                pages(
                        LogStore::eventPage,
                        row -> {
                            if (row.position() == 4 && failed.add(row.position())) {
                                throw new IllegalStateException("no room");
                            }
                            return row.position();
                        })) {
            assertThat(pages.next()).containsExactly(1L, 2L);
            assertThatThrownBy(pages::next).hasMessage("no room");

            assertThat(pages.next()).containsExactly(3L, 4L);
            assertThat(pages.next()).containsExactly(5L, 6L);
        }
    }

    @Test
    void a_page_whose_fetching_failed_is_fetched_again_and_nothing_is_skipped() throws Exception {
        record(10);
        Set<Long> failed = new HashSet<>();
        List<Long> given = new ArrayList<>();
        int failures = 0;
        try (LogPages<RawEvent, Long> pages =
                pages((store, after, limit) -> failingOnce(failed, store, after, limit))) {
            while (given.size() < 10) {
                try {
                    given.addAll(pages.next());
                } catch (IllegalStateException gone) {
                    failures++;
                }
            }
            assertThat(pages.next()).isEmpty();
        }
        assertThat(given).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(failures).isPositive();
    }

    private static List<RawEvent> failingOnce(
            Set<Long> failed, LogStore store, long after, int limit) {
        synchronized (failed) {
            if (after % 4 == 2 && after < 10 && failed.add(after)) {
                throw new IllegalStateException("the line was cut");
            }
        }
        return store.eventPage(after, limit);
    }

    @Test
    void what_was_not_there_when_it_was_fetched_ahead_is_asked_for_anew() throws Exception {
        record(PAGE);
        CountDownLatch fetched = new CountDownLatch(3);
        try (LogPages<RawEvent, Long> pages =
                pages((store, after, limit) -> {
                    List<RawEvent> page = store.eventPage(after, limit);
                    fetched.countDown();
                    return page;
                })) {
            assertThat(pages.next()).containsExactly(1L, 2L);
            fetched.await();
            record(3);

            assertThat(pages.next()).containsExactly(3L, 4L);
            assertThat(pages.next()).containsExactly(5L);
            assertThat(pages.next()).isEmpty();
        }
    }

    @Test
    void behind_a_page_that_was_cut_short_comes_what_was_recorded_since() throws Exception {
        record(PAGE + 1);
        CountDownLatch cutShort = new CountDownLatch(1);
        CountDownLatch recorded = new CountDownLatch(1);
        try (LogPages<RawEvent, Long> pages =
                pages((store, after, limit) -> {
                    if (after == 2L * PAGE) {
                        awaited(recorded);
                    }
                    List<RawEvent> page = store.eventPage(after, limit);
                    if (after == PAGE) {
                        cutShort.countDown();
                    }
                    return page;
                })) {
            assertThat(pages.next()).containsExactly(1L, 2L);
            cutShort.await();
            record(3);
            recorded.countDown();

            assertThat(pages.next()).containsExactly(3L);
            assertThat(pages.next()).containsExactly(4L, 5L);
            assertThat(pages.next()).containsExactly(6L);
        }
    }

    @Test
    void whoever_is_interrupted_while_a_page_is_fetched_reads_it_later() throws Exception {
        record(2 * PAGE);
        CountDownLatch going = new CountDownLatch(1);
        try (LogPages<RawEvent, Long> pages =
                pages((store, after, limit) -> {
                    if (after == PAGE) {
                        awaited(going);
                    }
                    return store.eventPage(after, limit);
                })) {
            assertThat(pages.next()).containsExactly(1L, 2L);
            Thread.currentThread().interrupt();
            assertThatThrownBy(pages::next).isInstanceOf(InterruptedException.class);
            going.countDown();

            assertThat(pages.next()).containsExactly(3L, 4L);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
