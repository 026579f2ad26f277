package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A topic of events as a consumer finds it, from its beginning to its end. */
record TopicOfEvents(List<ConsumerRecord<byte[], byte[]>> records) {

    private static final Duration MOST = Duration.ofSeconds(30);

    static TopicOfEvents of(String brokers, String topic) {
        KafkaSettings settings = new KafkaSettings(brokers, Map.of(), 1, 1, Duration.ofDays(1));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(new KafkaClients(settings).consumer("reader", "reader"))) {
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
            return new TopicOfEvents(records);
        }
    }

    private static long position(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(header(record, "ce_position"));
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(Objects.requireNonNull(record.headers().lastHeader(name)).value(), UTF_8);
    }

    /** Every position that is there; those of a case, team or study came first in their order. */
    Set<Long> positionsInOrder() {
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

    /** All keys, headers and values. */
    String bytes() {
        StringBuilder all = new StringBuilder();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            all.append(new String(record.key(), UTF_8));
            record.headers().forEach(header -> all.append(new String(header.value(), UTF_8)));
            all.append(new String(record.value(), UTF_8));
        }
        return all.toString();
    }
}
