package org.refocusrecord.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A topic that was made a moment ago may refuse the first batch of a partition and take the second,
 * and then the first never more: brokers know nothing yet of who sends, and take any batch for his
 * first.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SendingToNewTopicsTest {

    private static final int TOPICS = 8;
    private static final int RECORDS = 4_000;
    private static final KafkaSettings BROKERS =
            new KafkaSettings(
                    TestCluster.shared().bootstrapServers(), Map.of(), 12, 1, Duration.ofDays(1));

    private final KafkaClients clients = new KafkaClients(BROKERS);

    @Test
    void all_arrives_in_order_on_a_topic_that_was_made_a_moment_ago() throws Exception {
        Map<String, Object> properties = clients.producer("hasty");
        // Small batches, so that there are several at once.
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 2_000);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        for (int number = 0; number < TOPICS; number++) {
            String topic = "new-" + System.nanoTime();
            try (Admin admin = clients.admin()) {
                new Topics(BROKERS).make(admin, List.of(new Topics.Needed(topic, 1 << 20, false)));
            }
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            Producer<byte[], byte[]> producer = new KafkaProducer<>(properties);
            try {
                for (int record = 0; record < RECORDS; record++) {
                    byte[] key = Integer.toString(record % 50).getBytes(UTF_8);
                    byte[] value = Integer.toString(record).getBytes(UTF_8);
                    sent.add(producer.send(new ProducerRecord<>(topic, key, value)));
                }
                for (Future<RecordMetadata> one : sent) {
                    one.get(20, TimeUnit.SECONDS);
                }
            } finally {
                producer.close(Duration.ZERO);
            }
            isInOrder(topic);
        }
    }

    private static void isInOrder(String topic) {
        try (Correspondent reading = new Correspondent(BROKERS.bootstrapServers(), topic)) {
            while (reading.heard().size() < RECORDS) {
                reading.listen();
            }
            Map<Integer, Integer> last = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> record : reading.heard()) {
                int value = Integer.parseInt(new String(record.value(), UTF_8));
                Integer before = last.put(record.partition(), value);
                assertThat(before == null || before < value)
                        .as("%s after %s", value, before)
                        .isTrue();
            }
        }
    }
}
