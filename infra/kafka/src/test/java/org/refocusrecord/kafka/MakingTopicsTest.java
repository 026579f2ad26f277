package org.refocusrecord.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.refocusrecord.testkit.broker.TestCluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

class MakingTopicsTest {

    private static final KafkaSettings SETTINGS =
            new KafkaSettings(
                    TestCluster.shared().bootstrapServers(), Map.of(), 5, 3, Duration.ofDays(7));

    private static final int TRIES = 200;

    private final Topics topics = new Topics(SETTINGS);

    @Test
    void a_topic_that_is_missing_is_made_so_that_nothing_acknowledged_is_lost() throws Exception {
        try (Admin admin = new KafkaClients(SETTINGS).admin()) {
            topics.make(admin, List.of(new Topics.Needed("made-for-a-while", 2_000_000, false)));

            TopicDescription made = described(admin, "made-for-a-while");
            assertThat(made.partitions()).hasSize(5);
            assertThat(configured(admin, "made-for-a-while"))
                    .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "604800000")
                    .containsEntry(TopicConfig.SEGMENT_MS_CONFIG, "86400000")
                    .containsEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2000000")
                    .containsEntry(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false")
                    .containsEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1");
        }
    }

    @Test
    void one_that_is_there_is_left_as_it_is() throws Exception {
        try (Admin admin = new KafkaClients(SETTINGS).admin()) {
            admin.createTopics(
                            List.of(
                                    new NewTopic("there-before", 2, (short) 1)
                                            .configs(Map.of("retention.ms", "1000"))))
                    .all()
                    .get();

            topics.make(admin, List.of(new Topics.Needed("there-before", 2_000_000, true)));

            assertThat(described(admin, "there-before").partitions()).hasSize(2);
            assertThat(configured(admin, "there-before"))
                    .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "1000");
        }
    }

    @Test
    void brokers_that_do_not_answer_are_said_to_be_away() {
        KafkaSettings nobody =
                new KafkaSettings(
                        "127.0.0.1:1",
                        Map.of("default.api.timeout.ms", "500", "request.timeout.ms", "400"),
                        1,
                        1,
                        Duration.ofDays(1));
        try (Admin admin = new KafkaClients(nobody).admin()) {
            assertThatThrownBy(() ->
                            topics.make(admin, List.of(new Topics.Needed("never", 1_000, false))))
                    .isInstanceOf(KafkaNotReachable.class);
        }
    }

    /** Once the broker that is asked has heard of it, too. */
    private static TopicDescription described(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return requireNonNull(
                        admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic));
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)
                        || tries == TRIES) {
                    throw failed;
                }
                Thread.sleep(50);
            }
        }
    }

    private static Map<String, String> configured(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config =
                requireNonNull(admin.describeConfigs(Set.of(resource)).all().get().get(resource));
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
