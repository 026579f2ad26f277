package org.refocusrecord.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;
import java.util.stream.IntStream;

/** Into which segment a stream falls is a promise: nodes of all versions must agree on it. */
class FallingIntoSegmentsTest {

    /** Frozen: {@code printf STREAM | sha256sum}, its first 16 digits, modulo the number. */
    @ParameterizedTest
    @CsvSource({
        "case/00000000-0000-0001-0000-000000000001, 1, 1, 3, 97",
        "case/0190f5f0-7a1b-7c3d-8e4f-0123456789ab, 1, 3, 3, 135",
        "team/00000000-0000-0003-0000-000000000001, 0, 0, 6, 184",
        "study/00000000-0000-0005-0000-000000000009, 1, 3, 6, 79",
        "log/heads, 0, 2, 2, 22",
        "case/ffffffff-ffff-ffff-ffff-ffffffffffff, 1, 1, 1, 221"
    })
    void it_is_the_same_for_ever(String stream, int two, int four, int seven, int most) {
        assertThat(new Segments(1).of(stream)).isZero();
        assertThat(new Segments(2).of(stream)).isEqualTo(two);
        assertThat(new Segments(4).of(stream)).isEqualTo(four);
        assertThat(new Segments(7).of(stream)).isEqualTo(seven);
        assertThat(new Segments(256).of(stream)).isEqualTo(most);
    }

    @Test
    void they_are_about_as_full_as_each_other() {
        int[] streams = new int[8];
        Segments segments = new Segments(streams.length);
        IntStream.range(0, 8_000)
                .forEach(number -> streams[segments.of("case/" + new UUID(1, number))]++);

        assertThat(IntStream.of(streams)).allMatch(count -> count > 850 && count < 1_150);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 257})
    void a_number_that_means_nothing_is_none(int number) {
        assertThatThrownBy(() -> new Segments(number)).hasMessageContaining("1 to 256");
    }
}
