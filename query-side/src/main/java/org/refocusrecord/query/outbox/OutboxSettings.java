package org.refocusrecord.query.outbox;

import org.refocusrecord.kafka.TopicName;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is sent out, and where to.
 *
 * @param enabled whether anything is; where it is not, a later start goes on where the last stopped
 * @param topic the topic of the events
 * @param words which texts leave
 * @param page how many events are read from the log at once
 */
@ConfigurationProperties("refocus.kafka.events")
public record OutboxSettings(boolean enabled, String topic, WordsPolicy words, int page) {

    private static final int LARGEST_PAGE = 10_000;

    /** Refuses what nobody can mean. */
    public OutboxSettings {
        if (page < 1 || page > LARGEST_PAGE) {
            throw new IllegalArgumentException("refocus.kafka.events.page must be 1 to 10000");
        }
        TopicName.require(topic);
    }
}
