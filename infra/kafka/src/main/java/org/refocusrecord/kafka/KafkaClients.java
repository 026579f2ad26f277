package org.refocusrecord.kafka;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.HashMap;
import java.util.Map;

/**
 * How every client of this program is set. Keys and values are bytes: what cannot be read is read
 * nowhere but where its sender can be told.
 */
public final class KafkaClients {

    /** No batch is ever given up for its age: after it those behind it would overtake it. */
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private static final int MISSED_AFTER_MILLIS = 10_000;

    private final KafkaSettings settings;

    /** Of these settings. */
    public KafkaClients(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Of a producer that loses, doubles and reorders nothing while it lives, and never gives up by
     * itself.
     *
     * @param id what the brokers know it by
     */
    public Map<String, Object> producer(String id) {
        Map<String, Object> properties = common(id);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, FOR_EVER);
        properties.put(ProducerConfig.RETRIES_CONFIG, FOR_EVER);
        // One that all of them had would have each of them end the others, and no one commits.
        properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        // Brokers know nothing yet of who sends for the first time, and take any batch for his
        // first: were the second on its way while they refuse the first, that would never be taken.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // Those of one key are in one partition, or they have no order.
        properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        properties.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    /**
     * Of a consumer that commits nothing by itself, and begins with the oldest record there is.
     *
     * @param id what the brokers know it by
     * @param group with whom it shares the work
     */
    public Map<String, Object> consumer(String id, String group) {
        Map<String, Object> properties = common(id);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // One that all of them had would have each of them end the others.
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        // What a node held that died is another's after so long.
        properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, MISSED_AFTER_MILLIS);
        properties.putIfAbsent(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, MISSED_AFTER_MILLIS / 4);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return properties;
    }

    /** A client that looks after topics. */
    public Admin admin() {
        return Admin.create(common("refocus-admin"));
    }

    private Map<String, Object> common(String id) {
        Map<String, Object> properties = new HashMap<>();
        if (settings.client() != null) {
            properties.putAll(settings.client());
        }
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, id);
        return properties;
    }
}
