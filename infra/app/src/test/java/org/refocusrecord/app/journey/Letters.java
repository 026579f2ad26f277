package org.refocusrecord.app.journey;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A clinical system's end of the topics: it sends records, and hears what became of each. */
final class Letters implements AutoCloseable {

    static final String SESSIONS = "refocus.sessions.v1";
    static final String OUTCOMES = "refocus.session-outcomes.v1";
    static final String DEAD = "refocus.sessions.v1.DLT";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CORRELATION = "correlation-id";

    private static @Nullable Service service;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> heard = new ArrayList<>();

    Letters(String bootstrapServers) {
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "linger.ms",
                                0,
                                "max.request.size",
                                16 << 20,
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
                                "letters-" + UUID.randomUUID(),
                                "auto.offset.reset",
                                "earliest",
                                "metadata.max.age.ms",
                                500,
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class));
        consumer.subscribe(List.of(OUTCOMES, DEAD));
    }

    /** The one service of this JVM that takes sessions by Kafka too. */
    static synchronized Service service() {
        Service running = service;
        if (running == null) {
            try {
                running =
                        Service.alone(
                                Files.createTempDirectory("refocus-letters").resolve("data"),
                                "--refocus.kafka.bootstrap-servers="
                                        + TestCluster.shared().bootstrapServers());
            } catch (IOException disk) {
                throw new IllegalStateException(disk);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            service = running;
        }
        return running;
    }

    /** Of that service's topics. */
    static Letters toTheService() {
        service();
        return new Letters(TestCluster.shared().bootstrapServers());
    }

    /** Sends a session as it is posted, under its case's key; answers with its correlation id. */
    String send(Body session) {
        return send(session.text("caseId"), session.toString());
    }

    String send(@Nullable String key, @Nullable String value, Header... headers) {
        return send(
                key,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                System.currentTimeMillis(),
                headers);
    }

    String send(@Nullable String key, byte @Nullable [] value, long sentAt, Header... headers) {
        String correlation = UUID.randomUUID().toString();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        SESSIONS,
                        null,
                        sentAt,
                        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                        value);
        record.headers().add(header(CORRELATION, correlation));
        for (Header header : headers) {
            record.headers().add(header);
        }
        send(record);
        return correlation;
    }

    RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception refused) {
            throw new IllegalStateException(refused);
        }
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** What became of a record, at last: whatever is not that it waits. */
    JsonNode outcome(String correlation) {
        return json(
                await(
                        OUTCOMES,
                        record ->
                                isOf(correlation, record)
                                        && !json(record)
                                                .path("outcome")
                                                .asString()
                                                .equals("WAITING")));
    }

    /** That a record waits. */
    JsonNode waiting(String correlation) {
        return json(
                await(
                        OUTCOMES,
                        record ->
                                isOf(correlation, record)
                                        && json(record)
                                                .path("outcome")
                                                .asString()
                                                .equals("WAITING")));
    }

    /** The record of the outcome itself. */
    ConsumerRecord<byte[], byte[]> outcomeRecord(String correlation) {
        return await(OUTCOMES, record -> isOf(correlation, record));
    }

    /** All outcomes that were heard of a record until now. */
    List<String> outcomesHeard(String correlation) {
        return heard.stream()
                .filter(record -> record.topic().equals(OUTCOMES) && isOf(correlation, record))
                .map(record -> json(record).path("outcome").asString())
                .toList();
    }

    /** A record among the dead letters. */
    ConsumerRecord<byte[], byte[]> dead(String correlation) {
        return await(DEAD, record -> isOf(correlation, record));
    }

    private ConsumerRecord<byte[], byte[]> await(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int looked = 0;
        while (true) {
            for (; looked < heard.size(); looked++) {
                ConsumerRecord<byte[], byte[]> record = heard.get(looked);
                if (record.topic().equals(topic) && wanted.test(record)) {
                    return record;
                }
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("nothing came of it on " + topic);
            }
            consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
        }
    }

    static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        Header last = record.headers().lastHeader(header);
        return last == null ? "" : new String(last.value(), StandardCharsets.UTF_8);
    }

    private static boolean isOf(String correlation, ConsumerRecord<byte[], byte[]> record) {
        return text(record, CORRELATION).equals(correlation);
    }

    static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        return JsonAnswers.mapper().readTree(record.value());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close();
    }
}
