package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/** What would be read as a session again and again, or told to nobody, is refused at the start. */
class ChoosingTopicsTest {

    private static InboxSettings settings(String sessions, String outcomes, String deadLetters) {
        return new InboxSettings(
                "test",
                sessions,
                outcomes,
                deadLetters,
                "group",
                List.of(InboxSettings.ALL),
                1,
                10,
                Duration.ofHours(1));
    }

    @Test
    void the_three_topics_may_be_any_three() {
        assertThatCode(() -> settings("one", "two", "three")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"one, one, two", "one, two, one", "two, one, one", "one, one, one"})
    void the_three_topics_are_three(String sessions, String outcomes, String deadLetters) {
        assertThatThrownBy(() -> settings(sessions, outcomes, deadLetters))
                .hasMessageContaining("three topics");
    }
}
