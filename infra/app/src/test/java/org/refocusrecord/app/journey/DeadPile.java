package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TopicRead;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A pile of dead letters, laid as the service lays them, and the topic that most say they came
 * from, which nobody reads but he who counts what was sent there.
 */
final class DeadPile implements AutoCloseable {

    static final String ELSEWHERE = "sessions-of-old";

    private static final int PARTITIONS = 4;

    private final String bootstrapServers;
    private final Admin admin;
    private final Correspondent system;

    /** Makes both topics. */
    DeadPile(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        done(
                admin.createTopics(
                                Stream.of(ELSEWHERE, Letters.DEAD)
                                        .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                                        .toList())
                        .all());
        this.system = new Correspondent(bootstrapServers);
    }

    /** Nothing lies on either topic any more. */
    void clear() {
        done(
                admin.deleteRecords(
                                Stream.concat(partitions(ELSEWHERE), partitions(Letters.DEAD))
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        _ -> RecordsToDelete.beforeOffset(-1))))
                        .all());
    }

    /** One more, of a cause, which came from a topic. */
    CompletableFuture<Void> lay(
            String key, String value, String cause, String from, Header... more) {
        return lay(Instant.now(), key, value, cause, from, more);
    }

    /** One that had come at this time. */
    CompletableFuture<Void> lay(
            Instant came, String key, String value, String cause, String from, Header... more) {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(Letters.header("kafka_dlt-original-topic", from));
        headers.add(number("partition", ByteBuffer.allocate(Integer.BYTES).putInt(0).array()));
        headers.add(number("offset", ByteBuffer.allocate(Long.BYTES).putLong(17).array()));
        headers.add(
                number(
                        "timestamp",
                        ByteBuffer.allocate(Long.BYTES).putLong(came.toEpochMilli()).array()));
        headers.add(Letters.header("refocus_cause", cause));
        return system.send(
                new ProducerRecord<>(Letters.DEAD, null, bytes(key), bytes(value), headers));
    }

    /** A topic of this name has so many records, all the same. */
    void fill(String topic, int count, String key, String value) {
        done(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
        for (int number = 0; number < count; number++) {
            system.send(new ProducerRecord<>(topic, bytes(key), bytes(value))).join();
        }
    }

    private static Header number(String name, byte[] value) {
        return new RecordHeader("kafka_dlt-original-" + name, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How many were sent to where they came from. */
    int sentElsewhere() {
        return TopicRead.of(bootstrapServers, ELSEWHERE).records().size();
    }

    /** What was sent to where it came from, by key, in its order. */
    Map<String, List<String>> valuesElsewhere() {
        return TopicRead.of(bootstrapServers, ELSEWHERE).records().stream()
                .collect(
                        Collectors.groupingBy(
                                record -> new String(record.key(), StandardCharsets.UTF_8),
                                Collectors.mapping(TopicRead::value, Collectors.toList())));
    }

    /** Where they came from takes no records any more but short ones. */
    void takeShortOnes(int bytes) {
        set("max.message.bytes", bytes);
    }

    /** Where they came from takes no records any more but those of so young a time. */
    void takeYoungOnes(long millis) {
        set("message.timestamp.before.max.ms", millis);
    }

    private void set(String name, long value) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, ELSEWHERE);
        AlterConfigOp change =
                new AlterConfigOp(
                        new ConfigEntry(name, Long.toString(value)), AlterConfigOp.OpType.SET);
        done(admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all());
        // The broker hears of it after that.
        Instant end = Instant.now().plusSeconds(30);
        while (!of(topic, name).equals(change.configEntry().value())) {
            assertThat(Instant.now()).as("in time").isBefore(end);
        }
    }

    private String of(ConfigResource topic, String name) {
        Map<ConfigResource, Config> all = done(admin.describeConfigs(List.of(topic)).all());
        return Objects.requireNonNull(all.get(topic)).get(name).value();
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(topic, number));
    }

    private static <T> T done(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        system.close();
        admin.close();
    }
}
