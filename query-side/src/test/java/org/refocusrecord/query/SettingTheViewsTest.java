package org.refocusrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

class SettingTheViewsTest {

    private static QuerySettings set(int mostWalks, int segments) {
        return new Binder(
                        new MapConfigurationPropertySource(
                                Map.of(
                                        "refocus.late-after",
                                        "2d",
                                        "refocus.most-walks",
                                        mostWalks,
                                        "refocus.segments",
                                        segments)))
                .bind("refocus", QuerySettings.class)
                .get();
    }

    @Test
    void they_are_cut_into_as_many_parts_as_was_said() {
        assertThat(set(8, 256)).isEqualTo(new QuerySettings(Duration.ofDays(2), 8, 256));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 257})
    void they_are_cut_into_one_part_or_some(int segments) {
        assertThatThrownBy(() -> set(8, segments))
                .rootCause()
                .hasMessageContaining("refocus.segments must be 1 to 256");
    }

    @Test
    void somebody_may_go_through_many_cases() {
        assertThatThrownBy(() -> set(0, 1))
                .rootCause()
                .hasMessageContaining("refocus.most-walks must be 1 at least");
    }
}
