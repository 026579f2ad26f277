package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Instant;

class SpellingTimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-03-14T10:00:00.000000Z",
                "1900-01-01T00:00:00.000001Z",
                "2024-02-29T23:59:59.999999Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void a_moment_has_six_digits_and_a_z_and_comes_back(String text) {
        assertThat(TimeText.of(Instant.parse(text))).isEqualTo(text);
        assertThat(TimeText.moment(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void a_moment_that_the_form_cannot_hold_is_refused_and_not_rounded() {
        assertRefused("2012-03-14T10:00:00.000000001Z");
        assertRefused("-0001-01-01T00:00:00Z");
        assertRefused("+10000-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-03-14T10:00:00Z",
                "2012-03-14T10:00:00.000Z",
                "2012-03-14T10:00:00.000000+00:00",
                "2012-13-14T10:00:00.000000Z",
                "2012-02-30T10:00:00.000000Z",
                "2012-03-14t10:00:00.000000Z",
                "2012-03-14T24:00:00.000000Z",
                ""
            })
    void no_other_spelling_is_read(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> TimeText.moment(text));
    }

    private static void assertRefused(String moment) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> TimeText.of(Instant.parse(moment)));
    }
}
