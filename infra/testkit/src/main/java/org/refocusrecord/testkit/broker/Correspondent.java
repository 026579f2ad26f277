package org.refocusrecord.testkit.broker;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Somebody at the other end of topics: sends records, and hears everything on those that he listens
 * to. For one thread.
 */
public final class Correspondent implements AutoCloseable {

    /** The header by which a record and what became of it belong together. */
    public static final String CORRELATION = "correlation-id";

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final int LARGEST = 16 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> heard = new ArrayList<>();

    /** Begins to listen to these topics from their beginning, as soon as they are there. */
    public Correspondent(String bootstrapServers, String... topics) {
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "linger.ms",
                                0,
                                "acks",
                                "all",
                                "max.request.size",
                                LARGEST,
                                "key.serializer",
                                ByteArraySerializer.class,
                                "value.serializer",
                                ByteArraySerializer.class));
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "group.id",
                                "correspondent-" + UUID.randomUUID(),
                                "auto.offset.reset",
                                "earliest",
                                "metadata.max.age.ms",
                                500,
                                "fetch.max.wait.ms",
                                50,
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class));
        consumer.subscribe(List.of(topics));
    }

    /** Sends a record; done when the brokers have it. */
    public CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> sent) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        var _ =
                producer.send(
                        sent,
                        (_, refused) -> {
                            if (refused == null) {
                                acknowledged.complete(null);
                            } else {
                                acknowledged.completeExceptionally(refused);
                            }
                        });
        return acknowledged;
    }

    /** A record with a correlation id. */
    public static ProducerRecord<byte[], byte[]> record(
            String topic,
            @Nullable String key,
            byte @Nullable [] value,
            String correlation,
            Header... headers) {
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(
                        topic,
                        null,
                        System.currentTimeMillis(),
                        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                        value);
        sent.headers().add(header(CORRELATION, correlation));
        for (Header header : headers) {
            sent.headers().add(header);
        }
        return sent;
    }

    /** A header of text. */
    public static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a record's last header of a name; empty where there is none. */
    public static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        Header last = record.headers().lastHeader(header);
        return last == null ? "" : new String(last.value(), StandardCharsets.UTF_8);
    }

    /**
     * The first record on a topic that is wanted, waited for so long; empty where none has come.
     */
    public Optional<ConsumerRecord<byte[], byte[]>> await(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted, Duration most) {
        long until = System.nanoTime() + most.toNanos();
        int looked = 0;
        while (true) {
            for (; looked < heard.size(); looked++) {
                ConsumerRecord<byte[], byte[]> record = heard.get(looked);
                if (record.topic().equals(topic) && wanted.test(record)) {
                    return Optional.of(record);
                }
            }
            if (System.nanoTime() > until) {
                return Optional.empty();
            }
            listen();
        }
    }

    /** Hears what there is, for a moment. */
    public void listen() {
        consumer.poll(A_MOMENT).forEach(heard::add);
    }

    /** All that was heard until now. */
    public List<ConsumerRecord<byte[], byte[]>> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close();
    }
}
