package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.broker.TopicRead;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What is recorded is on the topic, in order, once while nothing fails. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingEventsOutTest {

    private static final KafkaSettings BROKERS =
            OutboxNode.brokers(TestCluster.shared().bootstrapServers());

    @AutoClose private final LogToSend log = new LogToSend();
    private final String topic = "sent-" + System.nanoTime();

    private Set<Long> all() {
        return new TreeSet<>(LongStream.rangeClosed(1, log.head()).boxed().toList());
    }

    private void recordMuch(int cases, int rounds) {
        List<String> streams = new ArrayList<>();
        IntStream.range(0, cases).forEach(_ -> streams.add(log.opened()));
        for (int round = 0; round < rounds; round++) {
            for (String stream : streams) {
                log.stored(stream, "goal.reviewed", List.of("{\"a\":1}", "{\"a\":2}"));
            }
        }
    }

    @Test
    void every_event_of_many_cases_is_there_once_and_in_order() {
        recordMuch(30, 4);
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
            recordMuch(5, 3);
            node.caughtUp();

            assertThat(node.follower.fault()).isNull();
            OutboxNode.eventually(() -> node.follower.sent() == log.head());
        }
        TopicRead read = TopicRead.of(BROKERS.bootstrapServers(), topic);
        read.hasInOrder(all());
        assertThat(read.records()).hasSize(Math.toIntExact(log.head()));
    }

    @Test
    void whoever_knows_cloud_events_can_read_it() {
        String stream = log.opened();
        StoredRow row = log.reads.stored(stream, -1, 1).getFirst();
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
        }

        ConsumerRecord<byte[], byte[]> record =
                TopicRead.of(BROKERS.bootstrapServers(), topic).records().getFirst();
        CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();

        assertThat(new String(record.key(), UTF_8)).isEqualTo(stream.substring("case/".length()));
        assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
        assertThat(event.getId()).isEqualTo(row.eventId().toString());
        assertThat(event.getSource())
                .hasToString("/refocus-record/" + log.reads.identity().logId());
        assertThat(event.getType()).isEqualTo("org.refocusrecord.case.opened.v1");
        assertThat(requireNonNull(event.getTime()).toInstant()).isEqualTo(row.recordedAt());
        assertThat(event.getSubject()).isEqualTo(stream);
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(requireNonNull(event.getData()).toBytes()).isEqualTo(row.payload());
        assertThat(event.getExtension("position")).isEqualTo("1");
        assertThat(event.getExtension("sequence")).isEqualTo("0");
        assertThat(event.getExtension("occurredat")).isEqualTo("2012-03-14T10:00:00.000000Z");
        assertThat(event.getExtension("commandid")).isEqualTo(row.commandId().toString());
        assertThat(event.getExtension("recordedby")).isEqualTo(row.recordedBy());
        assertThat(event.getExtensionNames())
                .containsExactlyInAnyOrder(
                        "position", "sequence", "occurredat", "commandid", "recordedby");
    }

    @Test
    void what_the_log_notes_about_itself_stays_here_and_the_position_passes_it() {
        log.opened();
        log.noted();
        long noted = log.head();
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
            assertThat(node.position()).isEqualTo(noted);
            log.opened();
            node.caughtUp();
        }
        Set<Long> sent = all();
        sent.remove(noted);
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(sent);
    }

    @Test
    void after_a_stop_it_goes_on_where_it_was() {
        recordMuch(3, 2);
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
        }
        recordMuch(3, 2);
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
        }
        TopicRead read = TopicRead.of(BROKERS.bootstrapServers(), topic);
        read.hasInOrder(all());
        assertThat(read.records()).hasSize(Math.toIntExact(log.head()));
    }
}
