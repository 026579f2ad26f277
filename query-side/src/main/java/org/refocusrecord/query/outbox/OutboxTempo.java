package org.refocusrecord.query.outbox;

import java.time.Duration;

/**
 * How many events a page has, and how long what is waited for.
 *
 * @param page how many events are read at once
 * @param pause after a failure, and between two looks whether a topic is free
 * @param silence how long no broker may acknowledge anything, before all is begun anew
 * @param topicAsked after how long it is asked again whether the topic is still the same one
 * @param standsStill after how long the database takes the topic from a node that says nothing
 */
record OutboxTempo(
        int page, Duration pause, Duration silence, Duration topicAsked, Duration standsStill) {

    /** With pages of that many. */
    static OutboxTempo of(int page) {
        return new OutboxTempo(
                page,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1));
    }
}
