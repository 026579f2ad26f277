package org.refocusrecord.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The log stream by stream: each whole, and once. */
class ReadingStreamByStreamTest {

    private static final int CASES = 7;

    @TempDir private Path keys;
    @AutoClose private OpenLog openLog;
    private EventLog log;

    /** Cases of one to seven events, those of all mixed. */
    @BeforeEach
    void open() {
        openLog = new OpenLog(keys);
        log = openLog.log();
        List<CaseInTheLog> cases = new ArrayList<>();
        for (int one = 0; one < CASES; one++) {
            cases.add(new CaseInTheLog());
        }
        cases.forEach(each -> log.append(each.opening("sent")));
        for (int more = 1; more < CASES; more++) {
            for (CaseInTheLog each : cases.subList(more, CASES)) {
                log.append(each.death(more, "sent " + more));
            }
        }
    }

    private List<List<Logged>> pages(String after, long to, int limit) throws Exception {
        List<List<Logged>> pages = new ArrayList<>();
        try (LogStreams streams = log.wholeStreams(after, to, limit)) {
            for (List<Logged> page = streams.next(); !page.isEmpty(); page = streams.next()) {
                pages.add(page);
            }
        }
        return pages;
    }

    private List<Logged> inOrderOfStreams(long to) throws Exception {
        try (LogPages<?, Logged> pages = log.pages(0, to, 1_000)) {
            return pages.next().stream()
                    .sorted(
                            Comparator.comparing(Logged::stream)
                                    .thenComparingLong(Logged::sequence))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 27, 28, 29})
    void however_many_events_a_page_is_to_have_each_stream_is_in_one_of_them(int limit)
            throws Exception {
        List<List<Logged>> pages = pages("", log.head().position(), limit);

        assertThat(pages.stream().flatMap(List::stream).toList())
                .isEqualTo(inOrderOfStreams(log.head().position()));
        List<String> streams =
                pages.stream()
                        .flatMap(page -> page.stream().map(Logged::stream).distinct())
                        .toList();
        assertThat(streams).doesNotHaveDuplicates().hasSize(CASES);
    }

    @Test
    void they_go_as_far_as_the_log_up_to_a_position() throws Exception {
        List<Logged> all = pages("", 12, 3).stream().flatMap(List::stream).toList();

        assertThat(all).hasSize(12).isEqualTo(inOrderOfStreams(12));
    }

    @Test
    void they_begin_behind_a_stream() throws Exception {
        List<Logged> all = inOrderOfStreams(log.head().position());
        String last = all.get(all.size() / 2).stream();

        assertThat(pages(last, log.head().position(), 4).stream().flatMap(List::stream).toList())
                .isEqualTo(all.stream().filter(each -> each.stream().compareTo(last) > 0).toList());
    }
}
