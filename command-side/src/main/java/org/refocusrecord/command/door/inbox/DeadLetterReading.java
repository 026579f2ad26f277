package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaNotReachable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads dead letters where they lie, a page at a time, by partition and offset. */
final class DeadLetterReading {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final int MOST_AT_ONCE = 500;
    // Of values: a page that is full of large ones has fewer.
    private static final long MOST_BYTES = 16 << 20;

    private final KafkaClients clients;
    private final String topic;

    DeadLetterReading(KafkaClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /**
     * A page.
     *
     * @param next where the next page begins; null: this was the last
     */
    record Page(List<DeadLetter> letters, @Nullable Place next) {}

    /** The dead letters from a place on (null: from the first), at most so many. */
    Page page(@Nullable Place from, int limit) {
        return with(consumer -> {
            List<DeadLetter> letters = new ArrayList<>();
            for (Map.Entry<TopicPartition, Long> end : ends(consumer).entrySet()) {
                int partition = end.getKey().partition();
                if (from == null || partition >= from.partition()) {
                    long first = from != null && partition == from.partition() ? from.offset() : 0;
                    read(consumer, end.getKey(), first, end.getValue(), limit + 1, letters);
                }
                if (letters.size() > limit) {
                    return new Page(
                            List.copyOf(letters.subList(0, limit)), letters.get(limit).place());
                }
                if (bytes(letters) >= MOST_BYTES) {
                    long behind = letters.getLast().place().offset() + 1;
                    return new Page(List.copyOf(letters), new Place(partition, behind));
                }
            }
            return new Page(List.copyOf(letters), null);
        });
    }

    /** One by its place; empty where there is none, or no more. */
    Optional<DeadLetter> one(Place place) {
        return with(consumer ->
                record(consumer, new TopicPartition(topic, place.partition()), place.offset())
                        .map(DeadLetterReading::letter));
    }

    /** A record as it lies where it came from; empty where it is not there any more. */
    Optional<SentRecord> original(SentRecord sent) {
        return with(consumer ->
                record(consumer, new TopicPartition(sent.topic(), sent.partition()), sent.offset())
                        .map(SentRecord::of));
    }

    private <T> T with(Function<Consumer<byte[], byte[]>, T> work) {
        Map<String, Object> properties = clients.consumer("refocus-dead-letters", "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties)) {
            return work.apply(consumer);
        } catch (KafkaException away) {
            throw new KafkaNotReachable(away);
        }
    }

    private Map<TopicPartition, Long> ends(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> inOrder =
                new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
        inOrder.putAll(consumer.endOffsets(partitions));
        return inOrder;
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> record(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        boolean isThere =
                consumer.partitionsFor(partition.topic()).stream()
                        .anyMatch(info -> info.partition() == partition.partition());
        if (!isThere) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (offset < first || offset >= end) {
            return Optional.empty();
        }
        return records(consumer, partition, offset, offset + 1, MOST_BYTES).stream()
                .filter(found -> found.offset() == offset)
                .findFirst();
    }

    private static void read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long from,
            long end,
            int most,
            List<DeadLetter> letters) {
        long first =
                Math.max(
                        from,
                        consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L));
        long to = Math.min(end, first + most - letters.size());
        records(consumer, partition, first, to, MOST_BYTES - bytes(letters)).stream()
                .map(DeadLetterReading::letter)
                .forEach(letters::add);
    }

    /**
     * The records between two offsets, the first included, and fewer where they have about so many
     * bytes before; a hole in between is passed by.
     */
    private static List<ConsumerRecord<byte[], byte[]>> records(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long from,
            long to,
            long mostBytes) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (from >= to) {
            return records;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long until = System.nanoTime() + PATIENCE.toNanos();
        long bytes = 0;
        while (consumer.position(partition) < to && bytes < mostBytes) {
            if (System.nanoTime() >= until) {
                throw new TimeoutException("not all was read");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(A_MOMENT)) {
                if (record.offset() < to) {
                    records.add(record);
                    bytes += Math.max(0, record.serializedValueSize());
                }
            }
        }
        return records;
    }

    /** Of the values that are here. */
    private static long bytes(List<DeadLetter> letters) {
        return letters.stream()
                .map(letter -> letter.sent().value())
                .filter(Objects::nonNull)
                .mapToLong(value -> value.length)
                .sum();
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        return DeadLetter.of(
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                record.headers());
    }
}
