package org.refocusrecord.bench;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.events.CaseId;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions that come by Kafka: sent as fast as the brokers take them, and done when the outcome of
 * each was read. Beside it a consumer that reads the same records and answers as many bytes to
 * each, and records nothing: what the brokers give.
 */
final class Mailing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Topicality topics;
    private final Ours ours;
    private final Story story;
    private final Producer<byte[], byte[]> producer;
    private final Hearing outcomes;
    private final PlainConsumer plain;
    private long sent;

    Mailing(Topicality topics, Ours ours, Story story) throws Exception {
        this.topics = topics;
        this.ours = ours;
        this.story = story;
        this.producer = new KafkaProducer<>(topics.clients().producer("bench"));
        this.outcomes =
                new Hearing(topics, topics.outcomes(), outcome -> require(outcome, "RECORDED"));
        send(records(topics.sessions(), 1));
        outcomes.awaitMore(1, PATIENCE);
        this.plain = new PlainConsumer(topics, outcomes.last());
    }

    /** Sees that this and nothing else became of a session. */
    static void require(ConsumerRecord<byte[], byte[]> outcome, String what) {
        String told = new String(outcome.value(), StandardCharsets.UTF_8);
        if (!told.contains("\"outcome\":\"" + what + "\"")) {
            throw new IllegalStateException(told);
        }
    }

    /** How many sessions were sent to the server. */
    long sent() {
        return sent;
    }

    /** Recorded by the server. */
    Contestant coming(int sessions) {
        return new Contestant(
                Names.KAFKA,
                (_, _) -> {
                    List<ProducerRecord<byte[], byte[]>> records =
                            records(topics.sessions(), sessions);
                    return new Contestant.Whole(sessions, () -> answered(records, outcomes));
                });
    }

    /** Read and answered, and no more. */
    Contestant plain(int sessions) {
        return new Contestant(
                Names.PLAIN,
                (_, _) -> {
                    List<ProducerRecord<byte[], byte[]>> records = records(plain.topic(), sessions);
                    return new Contestant.Whole(
                            sessions, () -> answered(records, plain.outcomes()));
                });
    }

    private void answered(List<ProducerRecord<byte[], byte[]>> records, Hearing heard)
            throws InterruptedException {
        send(records);
        heard.awaitMore(records.size(), PATIENCE);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        for (ProducerRecord<byte[], byte[]> record : records) {
            var _ = producer.send(record);
        }
        producer.flush();
    }

    private List<ProducerRecord<byte[], byte[]>> records(String topic, int sessions)
            throws Exception {
        List<CaseId> cases = ours.opened(1, sessions);
        sent += topic.equals(topics.sessions()) ? sessions : 0;
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int index = 0; index < sessions; index++) {
            CaseId caseId = cases.get(index % cases.size());
            records.add(record(topic, caseId, story.session(caseId)));
        }
        return records;
    }

    /** A session as a clinical system sends it. */
    static ProducerRecord<byte[], byte[]> record(
            String topic, CaseId caseId, RecordSession session) {
        return new ProducerRecord<>(
                topic,
                caseId.toString().getBytes(StandardCharsets.UTF_8),
                session.posting().content().canonical().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        plain.close();
        outcomes.close();
        producer.close();
    }
}
