package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.Topics;
import org.refocusrecord.query.outbox.TopicRefused.Reason;

import javax.sql.DataSource;

/**
 * Fills topics from the log, each as the outbox does its own and beside it: for a consumer that
 * comes later, for one that may see more, or for the topic that the outbox is to go on with.
 */
public final class Backfills {

    private final OutboxFeed feed;
    private final LogReads log;
    private final DataSource sessions;
    private final KafkaClients clients;
    private final Topics topics;
    private final OutboxSettings settings;
    private final OutboxTempo tempo;

    Backfills(
            OutboxFeed feed,
            LogReads log,
            DataSource sessions,
            KafkaClients clients,
            Topics topics,
            OutboxSettings settings,
            OutboxTempo tempo) {
        this.feed = feed;
        this.log = log;
        this.sessions = sessions;
        this.clients = clients;
        this.topics = topics;
        this.settings = settings;
        this.tempo = tempo;
    }

    /** The position of the newest event. */
    long head() {
        return log.head().position();
    }

    /**
     * Begins to fill a topic with the events from one position to another, or goes on where it
     * stopped.
     *
     * @throws TopicRefused where it is filled otherwise
     * @throws org.refocusrecord.kafka.KafkaNotReachable where the brokers do not answer, or refuse
     * @throws NotSent where the database does not
     */
    Backfill begin(String topic, long from, long to) {
        if (topic.equals(settings.topic())) {
            throw new TopicRefused(Reason.TAKEN);
        }
        TopicSession session = TopicSession.open(sessions, topic, tempo.standsStill());
        Backfill begun = null;
        try {
            if (!session.take()) {
                throw new TopicRefused(Reason.TAKEN);
            }
            EventsPublisher publisher = EventsPublisher.open(clients, topics, topic);
            try {
                resume(session, publisher.topicId(), from);
                begun =
                        new Backfill(
                                new Sending(
                                        feed,
                                        new OutgoingEvents(log, settings.words()),
                                        session,
                                        publisher,
                                        tempo,
                                        to,
                                        false),
                                session,
                                to);
                return begun;
            } finally {
                if (begun == null) {
                    publisher.close();
                }
            }
        } finally {
            if (begun == null) {
                session.close();
            }
        }
    }

    private void resume(TopicSession session, String topicId, long from) {
        if (topicId.equals(session.topicId())) {
            if (from > session.position() + 1) {
                throw new TopicRefused(Reason.NOT_FRESH);
            }
            return;
        }
        if (!EventsPublisher.isFresh(clients, topics, session.topic())) {
            throw new TopicRefused(Reason.NOT_FRESH);
        }
        session.begin(topicId, from - 1);
    }
}
