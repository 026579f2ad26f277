package org.refocusrecord.query.outbox;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends events to a topic, those of a partition in the order in which they are given. Nothing
 * overtakes an event that the brokers refuse: of a partition one batch at a time is on its way, and
 * a refusal ends the producer in the thread that hears of it, before that could send another.
 */
final class EventsPublisher implements AutoCloseable {

    /**
     * Far more than any event has: a body has at most a mebibyte, and what is added to a text of it
     * is some hundred bytes.
     */
    static final int LONGEST = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EventsPublisher.class);
    private static final int BATCH = 256 << 10;
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private final String topic;
    private final TopicWatch watch;
    private final AtomicReference<@Nullable NotSent> refusal = new AtomicReference<>();

    private EventsPublisher(
            KafkaProducer<byte[], byte[]> producer, Admin admin, String topic, TopicWatch watch) {
        this.producer = producer;
        this.admin = admin;
        this.topic = topic;
        this.watch = watch;
    }

    /** Told of one event, in a thread of the producer's. */
    interface Told {
        /** All replicas that are in step have it. */
        void acknowledged();

        /** It is not known to be there; nothing of its partition was sent after it. */
        void failed();
    }

    /**
     * Sends to this topic, which is made where it is missing.
     *
     * @param asked after how long it is asked again whether the topic is still the same one
     * @throws KafkaNotReachable where the brokers do not answer, or refuse
     */
    static EventsPublisher open(KafkaClients clients, Topics topics, String topic, Duration asked) {
        try {
            return open(clients.admin(), clients, topics, topic, asked);
        } catch (KafkaException unusable) {
            // Addresses that lead nowhere, and properties that no client takes.
            throw new KafkaNotReachable(unusable);
        }
    }

    private static EventsPublisher open(
            Admin admin, KafkaClients clients, Topics topics, String topic, Duration asked) {
        EventsPublisher opened = null;
        try {
            topics.make(admin, List.of(new Topics.Needed(topic, LONGEST, true)));
            TopicWatch watch =
                    new TopicWatch(
                            () -> topics.idNow(admin, topic),
                            topic,
                            topics.id(admin, topic),
                            asked);
            opened =
                    new EventsPublisher(
                            new KafkaProducer<>(properties(clients)), admin, topic, watch);
            return opened;
        } finally {
            if (opened == null) {
                admin.close(Duration.ZERO);
            }
        }
    }

    private static Map<String, Object> properties(KafkaClients clients) {
        Map<String, Object> properties = clients.producer("refocus-outbox");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * LONGEST);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * LONGEST);
        // A page comes at once, so nobody need wait for more of it.
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK.toMillis());
        return properties;
    }

    /**
     * Whether no record was ever written to a topic, which is made where it is missing.
     *
     * @throws KafkaNotReachable where the brokers do not answer, or refuse
     */
    static boolean isFresh(KafkaClients clients, Topics topics, String topic) {
        try (Admin admin = clients.admin()) {
            topics.make(admin, List.of(new Topics.Needed(topic, LONGEST, true)));
            return topics.isFresh(admin, topic);
        } catch (KafkaException unusable) {
            throw new KafkaNotReachable(unusable);
        }
    }

    /** The brokers' own id of the topic: another of the same name has another. */
    String topicId() {
        return watch.id();
    }

    /** Sees whether the topic is still that one. */
    TopicWatch watch() {
        return watch;
    }

    /**
     * Sends an event behind those that were sent before it.
     *
     * @throws NotSent where one of them was refused, or this cannot be taken
     */
    void send(OutgoingEvent event, Told told) {
        requireWell();
        RecordHeaders headers = new RecordHeaders();
        for (int index = 0; index < event.headers().length; index++) {
            headers.add(
                    new RecordHeader(OutgoingEvents.HEADERS.get(index), event.headers()[index]));
        }
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(topic, null, event.key(), event.value(), headers);
        try {
            var _ =
                    producer.send(
                            sent,
                            (_, failure) -> {
                                if (failure == null) {
                                    told.acknowledged();
                                } else {
                                    refuse(event.position(), failure);
                                    told.failed();
                                }
                            });
        } catch (RuntimeException failure) {
            refuse(event.position(), failure);
        }
        requireWell();
    }

    /** In whatever thread: the first refusal is the cause, and all others come of it. */
    private void refuse(long position, Exception failure) {
        String reason =
                "the brokers do not take the event at position %d: %s"
                        .formatted(position, failure.getClass().getSimpleName());
        if (refusal.compareAndSet(null, new NotSent(reason, failure))) {
            producer.close(Duration.ZERO);
        }
    }

    /**
     * @throws NotSent where an event was refused
     */
    void requireWell() {
        NotSent refused = refusal.get();
        if (refused != null) {
            throw refused;
        }
    }

    /** Waits a moment for what is on its way. */
    @Override
    public void close() {
        try {
            producer.close(LAST_WORDS);
        } catch (KafkaException interrupted) {
            // What it had is counted as not sent.
            LOG.debug("a producer did not end cleanly", interrupted);
        } finally {
            // Without waiting for an answer that nobody needs any more.
            admin.close(Duration.ZERO);
        }
    }
}
