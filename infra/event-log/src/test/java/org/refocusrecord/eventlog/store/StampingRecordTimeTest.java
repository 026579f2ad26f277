package org.refocusrecord.eventlog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.eventlog.store.Commands.command;
import static org.refocusrecord.eventlog.store.Commands.nextStream;
import static org.refocusrecord.eventlog.store.Commands.recorded;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

class StampingRecordTimeTest {
    private static final Instant FAR_AHEAD = Instant.parse("2190-01-01T00:00:00.000001Z");

    @AutoClose private final LogDatabase log = new LogDatabase();
    private final LogStore store = log.store();

    @Test
    void the_stamp_is_the_servers_clock_to_the_microsecond() {
        Instant before = Instant.now().minusSeconds(5);

        Instant stamp = append();

        assertThat(stamp).isBetween(before, before.plusSeconds(10));
        assertThat(stamp).isEqualTo(stamp.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void it_rises_from_append_to_append() {
        List<Instant> stamps = IntStream.range(0, 200).mapToObj(index -> append()).toList();

        assertThat(stamps).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void it_is_above_the_floor_and_still_rises_when_the_clock_is_behind() throws Exception {
        LogDatabase.execute(
                log.owner(), "update refocus_log.log_floor set floor = '2190-01-01T00:00:00Z'");

        assertThat(append()).isEqualTo(FAR_AHEAD);
        assertThat(append()).isEqualTo(FAR_AHEAD.plus(1, ChronoUnit.MICROS));
        assertThat(append()).isEqualTo(FAR_AHEAD.plus(2, ChronoUnit.MICROS));
    }

    private Instant append() {
        return recorded(store.append(command(nextStream(), 0, 1))).getFirst().recordedAt();
    }
}
