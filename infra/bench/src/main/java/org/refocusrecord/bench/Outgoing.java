package org.refocusrecord.bench;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Events that go out by a backfill, from the log to a topic that nobody has written to, beside a
 * producer that has the same keys, headers and values in memory already.
 */
final class Outgoing {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int BATCH = 256 << 10;

    private final Topicality topics;
    private final Sending call;
    private final int events;
    private final List<ConsumerRecord<byte[], byte[]>> sent = new ArrayList<>();
    private int filled;

    Outgoing(Topicality topics, Product product, int events) throws Exception {
        this.topics = topics;
        this.events = events;
        String token =
                LocalIssuer.in(product.folder().path())
                        .token(TokenRequest.of(Role.ADMIN), Instant.now());
        this.call = new Sending(product.url(), token);
        String first = fresh();
        try (Hearing heard = new Hearing(topics, first, sent::add)) {
            heard.awaitMore(fill(first), PATIENCE);
        }
    }

    private String fresh() {
        String topic = topics.name("filled-" + filled++);
        topics.make(topic);
        return topic;
    }

    Bout bout() {
        return Bout.whole(
                Names.OUTBOX,
                new Contestant(
                        Names.BARE,
                        (_, _) -> {
                            String topic = fresh();
                            return new Contestant.Whole(sent.size(), () -> send(topic));
                        }),
                new Contestant(
                        Names.BACKFILL,
                        (_, _) -> {
                            String topic = fresh();
                            return new Contestant.Whole(sent.size(), () -> fill(topic));
                        }));
    }

    /** How many it has sent. */
    private int fill(String topic) throws IOException {
        String told =
                call.answered(
                        "/api/v1/outbox/backfill?topic=%s&to=%d".formatted(topic, events),
                        "application/json",
                        new byte[0]);
        String last = told.lines().reduce("", (_, line) -> line);
        if (!last.contains("\"DONE\"")) {
            throw new IllegalStateException(last);
        }
        return Integer.parseInt(last.replaceAll(".*\"sent\":(\\d+).*", "$1"));
    }

    private void send(String topic) {
        Map<String, Object> properties = topics.clients().producer("bare");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
            for (ConsumerRecord<byte[], byte[]> record : sent) {
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        topic,
                                        null,
                                        record.key(),
                                        record.value(),
                                        record.headers()));
            }
            producer.flush();
        }
    }
}
