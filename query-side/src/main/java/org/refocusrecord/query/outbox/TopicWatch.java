package org.refocusrecord.query.outbox;

import org.refocusrecord.kafka.KafkaNotReachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sees whether a topic is still the one that events were sent to: another that was made under its
 * name lacks them, and a producer sends to it without a word. For one thread.
 */
final class TopicWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Supplier<Optional<String>> now;
    private final String topic;
    private final String id;
    private final Duration atTheLatest;
    private long asked = System.nanoTime();

    /**
     * Of a topic of this id, which was asked for a moment ago.
     *
     * @param now asks the brokers for its id
     * @param atTheLatest after how long it is asked for again, though nothing is to be sent
     */
    TopicWatch(Supplier<Optional<String>> now, String topic, String id, Duration atTheLatest) {
        this.now = now;
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
    void beforeSending() {
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
    void nowAndThen() {
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

    private void ask() {
        asked = System.nanoTime();
        if (!now.get().equals(Optional.of(id))) {
            throw new NotSent("the topic %s was deleted".formatted(topic));
        }
    }
}
