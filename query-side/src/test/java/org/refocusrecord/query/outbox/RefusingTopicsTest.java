package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.kafka.Topics;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.broker.TopicRead;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** An event that the topic does not take holds up all behind it, until the topic is mended. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingTopicsTest {

    private static final KafkaSettings BROKERS =
            OutboxNode.brokers(TestCluster.shared().bootstrapServers());

    @AutoClose private final LogToSend log = new LogToSend();
    @AutoClose private final Admin admin = new KafkaClients(BROKERS).admin();
    private final String topic = "refusing-" + System.nanoTime();

    private Set<Long> upTo(long position) {
        return new TreeSet<>(LongStream.rangeClosed(1, position).boxed().toList());
    }

    private void make(int partitions, String longest) throws Exception {
        admin.createTopics(
                        List.of(
                                new NewTopic(topic, partitions, (short) 1)
                                        .configs(
                                                Map.of(
                                                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                                        longest))))
                .all()
                .get();
    }

    private boolean isThere() {
        return new Topics(BROKERS).idNow(admin, topic).isPresent();
    }

    private void mend() throws InterruptedException, ExecutionException {
        admin.incrementalAlterConfigs(
                        Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                List.of(
                                        new AlterConfigOp(
                                                new ConfigEntry(
                                                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                                        "2000000"),
                                                OpType.SET))))
                .all()
                .get();
    }

    /** A payload of about so many letters that cannot be compressed much. */
    private static String large(int letters) {
        StringBuilder payload = new StringBuilder("{\"a\":\"");
        Random random = new Random(letters);
        while (payload.length() < letters) {
            payload.append(Long.toHexString(random.nextLong()));
        }
        return payload.append("\"}").toString();
    }

    @Test
    void nothing_overtakes_an_event_that_is_too_large_and_all_goes_on_when_the_topic_is_mended()
            throws Exception {
        make(1, "100000");
        String stream = log.opened();
        log.stored(stream, "goal.reviewed", List.of("{\"a\":1}", "{\"a\":2}"));
        long before = log.head();
        // One batch each, so that the next would be on its way while the first is refused.
        List<String> much = new ArrayList<>(List.of(large(300_000)));
        for (int index = 0; index < 40; index++) {
            much.add(large(90_000 + index));
        }
        log.stored(stream, "goal.reviewed", much);
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);
            assertThat(node.follower.fault())
                    .isEqualTo(
                            "the brokers do not take the event at position %d: RecordTooLargeException"
                                    .formatted(before + 1));
            OutboxNode.eventually(() -> node.position() == before);
            TopicRead stuck = TopicRead.of(BROKERS.bootstrapServers(), topic);
            stuck.hasInOrder(upTo(before));

            mend();
            node.caughtUp();
            OutboxNode.eventually(() -> node.follower.fault() == null);
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(upTo(log.head()));
    }

    /** Of a sender that brokers know nothing of they take any batch, be it the second. */
    @Test
    void nothing_overtakes_what_is_sent_first_after_a_start_either() throws Exception {
        make(1, "100000");
        String stream = log.opened();
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
        }
        List<String> much = new ArrayList<>(List.of(large(300_000)));
        much.addAll(Collections.nCopies(50, "{\"a\":1}"));
        log.stored(stream, "goal.reviewed", much);
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);
            assertThat(TopicRead.of(BROKERS.bootstrapServers(), topic).records()).hasSize(1);

            mend();
            node.caughtUp();
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(upTo(log.head()));
    }

    @Test
    void while_it_stands_still_what_is_behind_it_is_not_sent_again_and_again() throws Exception {
        make(4, "100000");
        List<String> others = new ArrayList<>();
        String ill = log.opened();
        for (int index = 0; index < 20; index++) {
            others.add(log.opened());
        }
        log.stored(ill, "goal.reviewed", List.of(large(300_000)));
        others.forEach(stream -> log.stored(stream, "goal.reviewed", List.of("{\"a\":1}")));
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);
            OutboxNode.eventually(() -> node.position() == 21);
            int records = TopicRead.of(BROKERS.bootstrapServers(), topic).records().size();
            long claims = log.claims();
            OutboxNode.eventually(() -> log.claims() > claims + 3);

            assertThat(TopicRead.of(BROKERS.bootstrapServers(), topic).records()).hasSize(records);
        }
    }

    @Test
    void a_batch_that_is_too_large_while_its_events_are_not_is_sent_in_parts() throws Exception {
        make(1, "20000");
        String stream = log.opened();
        List<String> much = new ArrayList<>();
        for (int index = 0; index < 60; index++) {
            much.add(large(9_000 + index));
        }
        log.stored(stream, "goal.reviewed", much);
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
            assertThat(node.follower.fault()).isNull();
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(upTo(log.head()));
    }

    @Test
    void a_damaged_event_holds_it_up_and_is_named() {
        String stream = log.opened();
        log.stored(stream, "goal.reviewed", List.of("{\"a\":"));
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);

            assertThat(node.follower.fault())
                    .isEqualTo(
                            "the event at position 2 cannot be sent: no payload in the stored form,"
                                    + " at byte 5");
            OutboxNode.eventually(() -> node.position() == 1);
        }
    }

    @Test
    void whatever_the_damage_is_the_event_is_named_and_those_before_it_are_sent() {
        String stream = log.opened();
        log.stored(
                stream,
                "goal.reviewed",
                List.of("{\"a\":1}", "{\"a\":{\"from\":{\"eventId\":\"secret\",\"n\":0}}}"));
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);

            assertThat(node.follower.fault())
                    .isEqualTo("the event at position 3 cannot be sent: IllegalArgumentException");
            OutboxNode.eventually(() -> node.position() == 2);
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(upTo(2));
    }

    @Test
    void what_an_event_says_was_said_elsewhere_and_was_not_is_named() {
        String stream = log.opened();
        String nowhere = "00000000-0000-0000-0000-000000000001";
        log.stored(
                stream,
                "goal.reviewed",
                List.of("{\"a\":{\"from\":{\"eventId\":\"%s\",\"n\":0}}}".formatted(nowhere)));
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);

            assertThat(node.follower.fault())
                    .isEqualTo(
                            "the event at position 2 cannot be sent: there is no event " + nowhere);
        }
    }

    @Test
    void where_events_are_missing_from_the_log_it_stands_before_them() {
        log.opened();
        log.opened();
        log.opened();
        log.execute("alter table refocus_log.event disable trigger all");
        log.execute("delete from refocus_log.event where position = 2");
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            OutboxNode.eventually(() -> node.follower.fault() != null);

            assertThat(node.follower.fault()).isEqualTo("the log has no event at position 2");
            OutboxNode.eventually(() -> node.position() == 1);
        }
    }

    @Test
    void to_another_topic_of_the_same_name_all_is_sent_again() throws Exception {
        log.opened();
        make(1, "100000");
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
        }
        admin.deleteTopics(List.of(topic)).all().get();
        log.opened();
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(upTo(2));
    }

    @Test
    void to_a_topic_that_is_deleted_and_made_anew_while_it_runs_all_is_sent_again_in_order()
            throws Exception {
        make(1, "100000");
        String stream = log.opened();
        log.stored(stream, "goal.reviewed", List.of("{\"a\":1}", "{\"a\":2}"));
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic)) {
            node.caughtUp();
            TimeUnit.MILLISECONDS.sleep(1_500);
            admin.deleteTopics(List.of(topic)).all().get();
            make(1, "100000");
            OutboxNode.eventually(this::isThere);
            log.stored(stream, "goal.reviewed", List.of("{\"a\":3}"));
            node.caughtUp();
            OutboxNode.eventually(() -> node.follower.fault() == null);
        }
        TopicRead read = TopicRead.of(BROKERS.bootstrapServers(), topic);
        assertThat(read.records()).extracting(TopicRead::position).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_topic_that_is_deleted_is_filled_again_though_nothing_more_is_recorded()
            throws Exception {
        make(1, "100000");
        String stream = log.opened();
        log.stored(stream, "goal.reviewed", List.of("{\"a\":1}", "{\"a\":2}"));
        OutboxTempo asking = OutboxNode.brisk(Duration.ofMillis(500));
        try (OutboxNode node = OutboxNode.started(log, BROKERS, topic, asking)) {
            node.caughtUp();
            admin.deleteTopics(List.of(topic)).all().get();
            OutboxNode.eventually(() -> node.follower.sent() >= 6);
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(upTo(3));
    }
}
