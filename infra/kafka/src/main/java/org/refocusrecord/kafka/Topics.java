package org.refocusrecord.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the topics that are missing; one that is there is never altered. */
public final class Topics {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ANOTHER_TRY = Duration.ofMillis(50);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final KafkaSettings settings;

    /** With these settings. */
    public Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * A topic that somebody needs.
     *
     * @param name its name
     * @param longestRecord how many bytes a record of it may have
     * @param isKept whether it is kept for ever; else for as long as is set
     */
    public record Needed(String name, int longestRecord, boolean isKept) {}

    /**
     * Makes those that are missing.
     *
     * @throws KafkaNotReachable where the brokers do not answer, or refuse
     */
    public void make(Admin admin, Collection<Needed> needed) {
        asked(() -> {
            Set<String> there = within(admin.listTopics().names());
            List<NewTopic> missing = new ArrayList<>();
            for (Needed topic : needed) {
                if (!there.contains(topic.name())) {
                    missing.add(described(topic, within(admin.describeCluster().nodes()).size()));
                }
            }
            make(admin, missing);
            return missing;
        });
    }

    /**
     * The brokers' own id of a topic that is there: another that is made under its name has
     * another.
     *
     * @throws KafkaNotReachable where the brokers do not answer, or refuse
     */
    public String id(Admin admin, String topic) {
        return asked(() -> described(admin, topic).topicId().toString());
    }

    /**
     * The same as it is just now; empty where no topic of that name is there.
     *
     * @throws KafkaNotReachable where the brokers do not answer within some seconds, or refuse
     */
    public Optional<String> idNow(Admin admin, String topic) {
        return asked(() -> {
            try {
                return Optional.ofNullable(
                                admin.describeTopics(List.of(topic))
                                        .allTopicNames()
                                        .get(SOON.toMillis(), TimeUnit.MILLISECONDS)
                                        .get(topic))
                        .map(found -> found.topicId().toString());
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                    return Optional.empty();
                }
                throw failed;
            }
        });
    }

    /**
     * Whether no record was ever written to a topic that is there.
     *
     * @throws KafkaNotReachable where the brokers do not answer, or refuse
     */
    public boolean isFresh(Admin admin, String topic) {
        return asked(() -> {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (TopicPartitionInfo each : described(admin, topic).partitions()) {
                ends.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest());
            }
            return within(admin.listOffsets(ends).all()).values().stream()
                    .allMatch(end -> end.offset() == 0);
        });
    }

    /** A topic that was made a moment ago is not known to every broker at once. */
    private static TopicDescription described(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Objects.requireNonNull(
                        within(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
            } catch (ExecutionException failed) {
                boolean isNotYetKnown =
                        failed.getCause() instanceof UnknownTopicOrPartitionException;
                if (!isNotYetKnown || System.nanoTime() > until) {
                    throw failed;
                }
                TimeUnit.MILLISECONDS.sleep(ANOTHER_TRY.toMillis());
            }
        }
    }

    private static <T> T asked(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (ExecutionException | TimeoutException refused) {
            throw new KafkaNotReachable(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaNotReachable(interrupted);
        }
    }

    /** Something that brokers are asked. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask() throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static void make(Admin admin, List<NewTopic> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (var made : admin.createTopics(missing).values().entrySet()) {
            try {
                within(made.getValue());
                LOG.info("the topic {} was made", made.getKey());
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
                // Another node was faster.
            }
        }
    }

    private NewTopic described(Needed topic, int brokers) {
        int copies = Math.min(settings.replicas(), brokers);
        Map<String, String> configuration = new HashMap<>();
        // What is acknowledged outlives one broker of three.
        configuration.put(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(copies / 2 + 1));
        configuration.put(
                TopicConfig.RETENTION_MS_CONFIG,
                topic.isKept() ? "-1" : Long.toString(settings.keep().toMillis()));
        if (!topic.isKept()) {
            // What is old goes a segment at a time: so none spans more than a day.
            long segment = Math.min(settings.keep().toMillis(), A_DAY.toMillis());
            configuration.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segment));
        }
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configuration.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.longestRecord()));
        configuration.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return new NewTopic(topic.name(), settings.partitions(), (short) copies)
                .configs(configuration);
    }

    private static <T> T within(org.apache.kafka.common.KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
