package org.refocusrecord.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

class SettingTheCommandsTest {

    private static final Map<String, String> NEEDED =
            Map.of(
                    "refocus.late-after", "2d",
                    "refocus.longest-turn", "30s",
                    "refocus.import-patience", "30s");

    private static CommandSettings set(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(settings);
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("refocus", CommandSettings.class)
                .get();
    }

    @Test
    void a_session_is_late_and_states_are_kept_as_was_said() {
        CommandSettings settings =
                set(Map.of("refocus.late-after", "36h", "refocus.kept-events", "100000"));

        assertThat(settings.lateAfter()).isEqualTo(Duration.ofHours(36));
        assertThat(settings.mostEvents()).isEqualTo(100_000);
    }

    @Test
    void where_nothing_was_said_of_them_an_eighth_of_the_heap_is_for_states() {
        CommandSettings settings = set(Map.of());

        assertThat(settings.mostEvents())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 8 / 1_024)
                .isPositive();
    }

    @Test
    void no_state_need_be_kept() {
        assertThat(set(Map.of("refocus.kept-events", "0")).mostEvents()).isZero();
    }

    @Test
    void a_turn_is_waited_for_as_long_as_was_said() {
        assertThat(set(Map.of("refocus.longest-turn", "5s")).longestTurn())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void it_must_be_waited_for() {
        assertThatThrownBy(() -> set(Map.of("refocus.longest-turn", "0s")))
                .rootCause()
                .hasMessage("refocus.longest-turn must be more than 0");
    }

    @Test
    void an_import_is_patient_as_long_as_was_said_and_never_not_at_all() {
        assertThat(set(Map.of("refocus.import-patience", "5s")).importPatience())
                .isEqualTo(Duration.ofSeconds(5));
        assertThatThrownBy(() -> set(Map.of("refocus.import-patience", "0s")))
                .rootCause()
                .hasMessage("refocus.import-patience must be more than 0");
    }

    @Test
    void nobody_is_late_before_it_happened() {
        assertThatThrownBy(() -> set(Map.of("refocus.late-after", "-1d")))
                .rootCause()
                .hasMessage("refocus.late-after must not be negative");
    }

    @Test
    void fewer_events_than_none_are_not_kept() {
        assertThatThrownBy(() -> set(Map.of("refocus.kept-events", "-1")))
                .rootCause()
                .hasMessage("refocus.kept-events must be 0 or more");
    }
}
