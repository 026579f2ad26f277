package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A record's own time is whatever its sender's producer took for one. */
class BelievingTimesTest {

    @Test
    void a_time_that_no_clock_has_shown_is_none() {
        assertThat(SentRecord.time(1_300_000_000_000L)).isEqualTo("2011-03-13T07:06:40Z");
        assertThat(SentRecord.time(-1)).isNull();
        assertThat(SentRecord.time(1_300_000_000_000_000L)).as("microseconds").isNull();
        assertThat(SentRecord.time(1_300_000_000_000_000_000L)).as("nanoseconds").isNull();
    }
}
