package org.refocusrecord.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A topic of events as a consumer finds it, from its beginning to its end.
 *
 * @param records all that is in it
 */
public record TopicRead(List<ConsumerRecord<byte[], byte[]>> records) {

    private static final Duration MOST = Duration.ofSeconds(30);

    /** Reads it. */
    public static TopicRead of(String bootstrapServers, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
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

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "key.deserializer",
                        ByteArrayDeserializer.class,
                        "value.deserializer",
                        ByteArrayDeserializer.class));
    }

    /** The position of a record's event. */
    public static long position(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(Correspondent.text(record, "ce_position"));
    }

    /** A record's value as a text. */
    public static String value(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    /** Every position that is there; those of a case, team or study came first in their order. */
    public Set<Long> positionsInOrder() {
        Map<String, List<Long>> byKey = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (seen.add(position(record))) {
                byKey.computeIfAbsent(new String(record.key(), UTF_8), _ -> new ArrayList<>())
                        .add(position(record));
            }
        }
        byKey.values().forEach(of -> assertThat(of).isSorted());
        return seen;
    }

    /** Sees that each of these positions is there, and none else. */
    public void hasInOrder(Set<Long> positions) {
        assertThat(positionsInOrder()).isEqualTo(positions);
    }

    /** All keys, headers and values. */
    public String bytes() {
        StringBuilder all = new StringBuilder();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            all.append(new String(record.key(), UTF_8));
            record.headers().forEach(header -> all.append(new String(header.value(), UTF_8)));
            all.append(value(record));
        }
        return all.toString();
    }
}
