package org.refocusrecord.query.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The topics by which sessions come in: no event may lie on them.
 *
 * @param topic where sessions come in
 * @param outcomes where it is told what became of each
 * @param deadLetters where goes what cannot be read
 */
@ConfigurationProperties("refocus.kafka.inbox")
public record InboxTopics(String topic, String outcomes, String deadLetters) {

    /** Whether one of them has that name. */
    boolean have(String name) {
        return name.equals(topic) || name.equals(outcomes) || name.equals(deadLetters);
    }

    /**
     * Refuses a setting by which events would lie on one of them.
     *
     * @throws IllegalArgumentException where one has the name of the topic of events
     */
    void requireNone(OutboxSettings events) {
        if (have(events.topic())) {
            throw new IllegalArgumentException(
                    "refocus.kafka.events.topic must be none of the inbox's topics");
        }
    }
}
