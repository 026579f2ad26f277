package org.refocusrecord.kafka;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;
import java.util.Map;

/**
 * Where the brokers are and how they are spoken with.
 *
 * @param bootstrapServers where clients begin; empty: there is no Kafka
 * @param client properties that are given to every client as they stand, those of TLS and SASL
 *     above all
 * @param partitions how many partitions a topic gets that is made here
 * @param replicas on how many brokers a topic is kept that is made here; more than there are
 *     brokers: on all of them
 * @param keep how long a topic that is made here keeps sessions, their outcomes and dead letters
 */
@ConfigurationProperties("refocus.kafka")
public record KafkaSettings(
        String bootstrapServers,
        @Nullable Map<String, String> client,
        int partitions,
        int replicas,
        Duration keep) {

    /** Refuses what no topic can be made with. */
    public KafkaSettings {
        if (partitions < 1 || replicas < 1 || !keep.isPositive()) {
            throw new IllegalArgumentException(
                    "refocus.kafka.partitions, .replicas and .keep must be more than 0");
        }
        client = client == null ? Map.of() : Map.copyOf(client);
    }

    /** Passwords may be among the properties of clients. */
    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + "]";
    }
}
