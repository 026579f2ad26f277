package org.refocusrecord.app.journey;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** A clinical system's end of the topics: it sends records, and hears what became of each. */
final class Letters implements AutoCloseable {

    static final String SESSIONS = "refocus.sessions.v1";
    static final String OUTCOMES = "refocus.session-outcomes.v1";
    static final String DEAD = "refocus.sessions.v1.DLT";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static @Nullable Service service;

    private final Correspondent system;

    Letters(String bootstrapServers) {
        this.system = new Correspondent(bootstrapServers, OUTCOMES, DEAD);
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
        ProducerRecord<byte[], byte[]> told =
                Correspondent.record(SESSIONS, key, value, correlation, headers);
        system.send(
                        new ProducerRecord<>(
                                told.topic(),
                                null,
                                sentAt,
                                told.key(),
                                told.value(),
                                told.headers()))
                .join();
        return correlation;
    }

    static Header header(String name, String value) {
        return Correspondent.header(name, value);
    }

    /** What became of a record, at last: whatever is not that it waits. */
    JsonNode outcome(String correlation) {
        return json(await(OUTCOMES, record -> isEndOf(correlation, record)));
    }

    /** Whether it is heard within so long what became of a record at last. */
    boolean comesToAnEnd(String correlation, Duration within) {
        return system.await(OUTCOMES, record -> isEndOf(correlation, record), within).isPresent();
    }

    private static boolean isEndOf(String correlation, ConsumerRecord<byte[], byte[]> record) {
        return isOf(correlation, record)
                && !json(record).path("outcome").asString().equals("WAITING");
    }

    /** That a record was recorded before. */
    JsonNode repeated(String correlation) {
        return json(
                await(
                        OUTCOMES,
                        record ->
                                isOf(correlation, record)
                                        && json(record)
                                                .path("outcome")
                                                .asString()
                                                .equals("REPEATED")));
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
        return system.heard().stream()
                .filter(record -> record.topic().equals(OUTCOMES) && isOf(correlation, record))
                .map(record -> json(record).path("outcome").asString())
                .toList();
    }

    /** A record among the dead letters. */
    ConsumerRecord<byte[], byte[]> dead(String correlation) {
        return await(DEAD, record -> isOf(correlation, record));
    }

    /** A record among the dead letters, and no other of it than this. */
    ConsumerRecord<byte[], byte[]> dead(
            String correlation, Predicate<ConsumerRecord<byte[], byte[]>> other) {
        return await(DEAD, record -> isOf(correlation, record) && other.test(record));
    }

    /** Whether a record was heard of among the dead letters until now. */
    boolean isDead(String correlation) {
        return system.heard().stream()
                .anyMatch(record -> record.topic().equals(DEAD) && isOf(correlation, record));
    }

    private ConsumerRecord<byte[], byte[]> await(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return system.await(topic, wanted, PATIENCE)
                .orElseThrow(() -> new AssertionError("nothing came of it on " + topic));
    }

    static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return Correspondent.text(record, header);
    }

    private static boolean isOf(String correlation, ConsumerRecord<byte[], byte[]> record) {
        return text(record, Correspondent.CORRELATION).equals(correlation);
    }

    static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        return JsonAnswers.mapper().readTree(record.value());
    }

    @Override
    public void close() {
        system.close();
    }
}
