package org.refocusrecord.query.outbox;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.query.outbox.TopicRefused.Reason;

/**
 * Fills topics from the log, each as the outbox does its own and beside it: for a consumer that
 * comes later, or for the topic that the outbox is to go on with.
 */
public final class Backfills {

    /** How the names of topics begin that brokers keep for themselves. */
    private static final String OF_BROKERS = "__";

    private final Outlet outlet;
    private final InboxTopics inbox;

    Backfills(Outlet outlet, InboxTopics inbox) {
        this.outlet = outlet;
        this.inbox = inbox;
    }

    /** The position of the newest event. */
    long head() {
        return outlet.log().head().position();
    }

    /**
     * Begins to fill a topic with the events from one position to another, or goes on where it
     * stopped.
     *
     * @param from null: from where it was begun, or from the first
     * @throws TopicRefused where it is filled otherwise
     * @throws KafkaNotReachable where the brokers do not answer, or refuse
     * @throws NotSent where the database does not
     */
    Backfill begin(String topic, @Nullable Long from, long to) {
        if (topic.startsWith(OF_BROKERS)
                || topic.equals(outlet.settings().topic())
                || inbox.have(topic)) {
            throw new TopicRefused(Reason.OWN);
        }
        TopicSession session = outlet.session(topic);
        Backfill begun = null;
        try {
            if (!session.take()) {
                throw new TopicRefused(Reason.TAKEN);
            }
            EventsPublisher publisher = publisher(topic);
            try {
                resume(session, publisher.topicId(), from);
                begun =
                        new Backfill(
                                outlet.sending(session, publisher, to, false),
                                session,
                                Math.max(to, session.position()));
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

    private EventsPublisher publisher(String topic) {
        try {
            return outlet.publisher(topic);
        } catch (KafkaNotReachable refused) {
            if (refused.isOfAName()) {
                throw new TopicRefused(Reason.NAME);
            }
            throw refused;
        }
    }

    private void resume(TopicSession session, String topicId, @Nullable Long from) {
        if (topicId.equals(session.topicId())) {
            boolean lacks =
                    from != null && (from <= session.since() || from > session.position() + 1);
            if (lacks) {
                throw new TopicRefused(Reason.NOT_FRESH);
            }
            return;
        }
        if (!outlet.isFresh(session.topic())) {
            throw new TopicRefused(Reason.NOT_FRESH);
        }
        session.begin(topicId, from == null ? 0 : from - 1);
    }
}
