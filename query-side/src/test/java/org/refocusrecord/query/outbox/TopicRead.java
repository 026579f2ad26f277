package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A topic as a consumer finds it, from its beginning to its end. */
record TopicRead(List<ConsumerRecord<byte[], byte[]>> records) {

    private static final Duration MOST = Duration.ofSeconds(20);

    static TopicRead of(KafkaSettings brokers, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(brokers)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            long until = System.nanoTime() + MOST.toNanos();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                assertThat(System.nanoTime()).as("a topic that can be read").isLessThan(until);
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return new TopicRead(records);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings brokers) {
        return new KafkaConsumer<>(
                new KafkaClients(brokers).consumer("reader", "reader-" + UUID.randomUUID()));
    }

    static long position(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(header(record, "ce_position"));
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    static String value(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    /** By key, the positions as they first occur. */
    Map<String, List<Long>> firstOccurrences() {
        Map<String, List<Long>> byKey = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (seen.add(position(record))) {
                byKey.computeIfAbsent(new String(record.key(), UTF_8), _ -> new ArrayList<>())
                        .add(position(record));
            }
        }
        return byKey;
    }

    /** Whether each of these positions is there, and first in their order for every key. */
    void hasInOrder(Set<Long> positions) {
        Map<String, List<Long>> first = firstOccurrences();
        first.values().forEach(of -> assertThat(of).isSorted());
        Set<Long> all = new HashSet<>();
        first.values().forEach(all::addAll);
        assertThat(all).isEqualTo(positions);
    }
}
