package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaNotReachable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads dead letters where they lie, a page at a time, by partition and offset. */
final class DeadLetterReading {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final int MOST_AT_ONCE = 500;

    private final KafkaClients clients;
    private final String topic;

    DeadLetterReading(KafkaClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /**
     * What is looked for.
     *
     * @param from where; null: from the first on
     * @param ends up to where
     * @param cause of what cause; null: of any
     * @param limit how many at most
     */
    record Search(@Nullable Place from, DeadLetterEnds ends, @Nullable String cause, int limit) {}

    /**
     * A page.
     *
     * @param next where the next page begins; null: this was the last
     * @param ends up to where this one goes and the next ones do
     * @param ahead how many the next ones have at most, of whatever cause
     */
    record Page(List<DeadLetter> letters, @Nullable Place next, DeadLetterEnds ends, long ahead) {}

    /** Dead letters in the order in which they lie. */
    Page page(Search search) {
        return with(consumer -> {
            List<TopicPartition> partitions = partitions(consumer);
            Map<Integer, Long> firsts = byPartition(consumer.beginningOffsets(partitions));
            Place from = search.from() == null ? new Place(0, 0) : search.from();
            DeadLetterEnds ends =
                    search.ends()
                            .within(firsts, byPartition(consumer.endOffsets(partitions)))
                            .from(from.partition());
            DeadLetterPage page = new DeadLetterPage(search.cause(), search.limit());
            for (Map.Entry<Integer, Long> end : ends.byPartition().entrySet()) {
                int partition = end.getKey();
                long first = firsts.getOrDefault(partition, 0L);
                if (partition == from.partition()) {
                    first = Math.max(first, from.offset());
                }
                Long next = fill(page, consumer, partition, first, end.getValue());
                if (next != null) {
                    long passed = next - firsts.getOrDefault(partition, 0L);
                    return new Page(
                            page.letters(),
                            new Place(partition, next),
                            ends,
                            ends.from(partition).lying(firsts) - passed);
                }
            }
            return new Page(page.letters(), null, ends, 0);
        });
    }

    /** One by its place; empty where there is none, or no more. */
    Optional<DeadLetter> one(Place place) {
        return with(consumer ->
                record(consumer, new TopicPartition(topic, place.partition()), place.offset())
                        .map(DeadLetter::of));
    }

    /**
     * A record as it lies where it came from; empty where it is not there any more. Where that
     * topic was deleted since and made anew another may have its place.
     */
    Optional<SentRecord> original(DeadLetter letter) {
        SentRecord sent = letter.sent();
        return with(consumer ->
                record(consumer, new TopicPartition(sent.topic(), sent.partition()), sent.offset())
                        .map(SentRecord::of)
                        .filter(letter::isOf));
    }

    /** Those of these topics that are there. */
    Set<String> there(Set<String> topics) {
        return with(consumer ->
                topics.stream()
                        .filter(each -> isThere(consumer, each))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private <T> T with(Function<Consumer<byte[], byte[]>, T> work) {
        Map<String, Object> properties = clients.consumer("refocus-dead-letters", "none");
        // It reads what lies there and waits for none that comes: else each change of partitions
        // and each end of a consumer takes half a second.
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties)) {
            return work.apply(consumer);
        } catch (KafkaException away) {
            throw new KafkaNotReachable(away);
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> byPartition = new HashMap<>();
        offsets.forEach((partition, offset) -> byPartition.put(partition.partition(), offset));
        return byPartition;
    }

    private static boolean isThere(Consumer<byte[], byte[]> consumer, String topic) {
        try {
            return !consumer.partitionsFor(topic).isEmpty();
        } catch (InvalidTopicException | TopicAuthorizationException none) {
            return false;
        }
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> record(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        boolean isThere =
                consumer.partitionsFor(partition.topic()).stream()
                        .anyMatch(info -> info.partition() == partition.partition());
        if (!isThere) {
            return Optional.empty();
        }
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (offset < first || offset >= end) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        long until = System.nanoTime() + PATIENCE.toNanos();
        // What a transaction left has a place and no record: it is passed by.
        while (consumer.position(partition) <= offset) {
            List<ConsumerRecord<byte[], byte[]>> found = consumer.poll(A_MOMENT).records(partition);
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst()).filter(each -> each.offset() == offset);
            }
            if (System.nanoTime() >= until) {
                throw new TimeoutException("it was not read");
            }
        }
        return Optional.empty();
    }

    /** Where the next page begins; null: all up to the end are on this one. */
    private @Nullable Long fill(
            DeadLetterPage page,
            Consumer<byte[], byte[]> consumer,
            int number,
            long from,
            long end) {
        TopicPartition partition = new TopicPartition(topic, number);
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            if (page.isFull()) {
                return consumer.position(partition);
            }
            if (page.isLate()) {
                throw new TimeoutException("nothing was read");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(A_MOMENT)) {
                if (record.offset() >= end) {
                    return null;
                }
                if (page.isFull()) {
                    return record.offset();
                }
                page.lookAt(record);
            }
        }
        return null;
    }
}
