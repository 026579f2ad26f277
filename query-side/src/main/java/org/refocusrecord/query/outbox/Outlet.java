package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.Topics;

import javax.sql.DataSource;

/**
 * What it takes to send the log to a topic, whichever it is.
 *
 * @param feed the log in order
 * @param log the log for what is looked up in it
 * @param sessions lends connections, each a new one, as a role that reads
 */
record Outlet(
        OutboxFeed feed,
        LogReads log,
        DataSource sessions,
        KafkaClients clients,
        Topics topics,
        OutboxSettings settings,
        OutboxTempo tempo) {

    /** A session for a topic, which holds nothing yet. */
    TopicSession session(String topic) {
        return TopicSession.open(sessions, topic, tempo.standsStill());
    }

    /**
     * Sends to a topic, which is made where it is missing.
     *
     * @throws org.refocusrecord.kafka.KafkaNotReachable where the brokers do not answer, or refuse
     */
    EventsPublisher publisher(String topic) {
        return EventsPublisher.open(clients, topics, topic, tempo.topicAsked());
    }

    /**
     * Whether no record was ever written to a topic, which is there.
     *
     * @throws org.refocusrecord.kafka.KafkaNotReachable where the brokers do not answer, or refuse
     */
    boolean isFresh(String topic) {
        return EventsPublisher.isFresh(clients, topics, topic);
    }

    /** Sends from where a session stands up to a position. */
    Sending sending(TopicSession session, EventsPublisher publisher, long to, boolean careful) {
        return new Sending(
                feed,
                new OutgoingEvents(log, settings.words()),
                session,
                publisher,
                tempo,
                to,
                careful);
    }
}
