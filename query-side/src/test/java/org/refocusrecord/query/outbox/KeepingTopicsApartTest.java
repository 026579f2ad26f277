package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sets the topic of events to one by which sessions come in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingTopicsApartTest {

    private final InboxTopics inbox = new InboxTopics("sessions", "outcomes", "dead");

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "outcomes", "dead"})
    void a_topic_of_the_inbox_takes_no_events(String topic) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inbox.requireNone(events(topic)))
                .withMessage("refocus.kafka.events.topic must be none of the inbox's topics");
    }

    @Test
    void any_other_does() {
        assertThatCode(() -> inbox.requireNone(events("events"))).doesNotThrowAnyException();
    }

    private static OutboxSettings events(String topic) {
        return new OutboxSettings(true, topic, WordsPolicy.NONE, 100);
    }
}
