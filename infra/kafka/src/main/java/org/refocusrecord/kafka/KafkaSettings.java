package org.refocusrecord.kafka;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern ADDRESS = Pattern.compile(".+:([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    /** Refuses what no topic can be made with, and addresses at which no broker can ever be. */
    public KafkaSettings {
        if (!bootstrapServers.isBlank()) {
            for (String address : bootstrapServers.split(",", -1)) {
                requireAddress(address.strip());
            }
        }
        if (partitions < 1 || replicas < 1 || !keep.isPositive()) {
            throw new IllegalArgumentException(
                    "refocus.kafka.partitions, .replicas and .keep must be more than 0");
        }
        client = client == null ? Map.of() : Map.copyOf(client);
    }

    private static void requireAddress(String address) {
        Matcher parts = ADDRESS.matcher(address);
        int port = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "KAFKA_BOOTSTRAP_SERVERS, or refocus.kafka.bootstrap-servers, takes host:port,"
                            + " several with commas between them; no such thing is '%s'"
                                    .formatted(address));
        }
    }

    /** Passwords may be among the properties of clients. */
    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + "]";
    }
}
