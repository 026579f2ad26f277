package org.refocusrecord.bench;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;

import java.time.Duration;
import java.util.List;

/**
 * Reads records, sends an outcome for each, and commits when the brokers have those: as little as
 * anybody can do who answers at least once.
 */
final class PlainConsumer implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final String topic;
    private final String answers;
    private final byte[] outcome;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Hearing outcomes;
    private final Thread thread;

    /**
     * @param outcome what it answers to each
     */
    PlainConsumer(Topicality topics, byte[] outcome) {
        this.topic = topics.name("plain");
        this.answers = topics.name("plain-outcomes");
        this.outcome = outcome.clone();
        topics.make(topic, answers);
        consumer = new KafkaConsumer<>(topics.clients().consumer("plain", topics.name("plain")));
        producer = new KafkaProducer<>(topics.clients().producer("plain"));
        consumer.subscribe(List.of(topic));
        outcomes = new Hearing(topics, answers, _ -> {});
        thread = Thread.ofPlatform().daemon().name("plain").start(this::answer);
    }

    private void answer() {
        try (consumer;
                producer) {
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(A_MOMENT);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    var _ = producer.send(new ProducerRecord<>(answers, record.key(), outcome));
                }
                if (!records.isEmpty()) {
                    producer.flush();
                    consumer.commitSync();
                }
            }
        } catch (WakeupException enough) {
            // That is how it is ended.
        }
    }

    String topic() {
        return topic;
    }

    Hearing outcomes() {
        return outcomes;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        outcomes.close();
    }
}
