package org.refocusrecord.query.outbox;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sees whether a topic is still the one that events were sent to: another that was made under its
 * name lacks them, and a producer sends to it without a word. For one thread.
 */
final class TopicWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Admin admin;
    private final String topic;
    private final String id;
    private final Duration atTheLatest;
    private long asked = System.nanoTime();

    /**
     * Of a topic of this id, which was asked for a moment ago.
     *
     * @param admin asks the brokers, and is closed with this
     * @param atTheLatest after how long it is asked for again, though nothing is to be sent
     */
    TopicWatch(Admin admin, String topic, String id, Duration atTheLatest) {
        this.admin = admin;
        this.topic = topic;
        this.id = id;
        this.atTheLatest = atTheLatest;
    }

    /** The brokers' own id of the topic. */
    String id() {
        return id;
    }

    /**
     * To be called before what is sent while nothing is on its way. Asks at most once a second.
     *
     * @throws NotSent where the topic is another
     * @throws KafkaNotReachable where the brokers do not say
     */
    void beforeSending() throws InterruptedException {
        if (isOlder(A_MOMENT)) {
            ask();
        }
    }

    /**
     * To be called again and again. Brokers that do not answer are no other topic: whoever sends to
     * them will notice.
     *
     * @throws NotSent where the topic is another
     */
    void nowAndThen() throws InterruptedException {
        if (isOlder(atTheLatest)) {
            try {
                ask();
            } catch (KafkaNotReachable away) {
                LOG.debug("whether the topic is still the same is not known", away);
            }
        }
    }

    private boolean isOlder(Duration than) {
        return System.nanoTime() - asked > than.toNanos();
    }

    private void ask() throws InterruptedException {
        asked = System.nanoTime();
        TopicDescription now = described();
        if (now == null || !now.topicId().toString().equals(id)) {
            throw new NotSent("the topic %s was deleted".formatted(topic));
        }
    }

    /** Null where there is none of that name. */
    private @Nullable TopicDescription described() throws InterruptedException {
        try {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .get(topic);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw new KafkaNotReachable(failed);
        } catch (TimeoutException silence) {
            throw new KafkaNotReachable(silence);
        }
    }

    /** Without waiting for an answer that nobody needs any more. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
