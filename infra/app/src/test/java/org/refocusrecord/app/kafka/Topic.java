package org.refocusrecord.app.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.kafka.Topics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A topic as clients of brokers see it, by the clients that the program itself has. */
public final class Topic {

    private static final int LONGEST = 10_000;

    private final KafkaSettings settings;
    private final KafkaClients clients;
    private final String name;

    /** Of brokers that are found here. */
    public Topic(String brokers, String name) {
        this.settings = new KafkaSettings(brokers, Map.of(), 3, 3, Duration.ofDays(1));
        this.clients = new KafkaClients(settings);
        this.name = name;
    }

    /** Makes it. */
    public void make() {
        try (var admin = clients.admin()) {
            new Topics(settings).make(admin, List.of(new Topics.Needed(name, LONGEST, true)));
        }
    }

    /** Writes these, one after the other, each when the one before it was acknowledged. */
    public void write(List<String> values) throws ExecutionException, InterruptedException {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(clients.producer("test-writer"))) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(name, bytes(value), bytes(value))).get();
            }
        }
    }

    /** All that is in it, in any order. */
    public List<String> read() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(clients.consumer("test-reader", "test"))) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(name).stream()
                            .map(each -> new TopicPartition(name, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long number =
                    consumer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            List<String> read = new ArrayList<>();
            while (read.size() < number) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    read.add(new String(each.value(), StandardCharsets.UTF_8));
                }
            }
            return read;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
