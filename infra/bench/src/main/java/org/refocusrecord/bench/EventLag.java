package org.refocusrecord.bench;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.events.CaseId;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes from the moment at which a session is due to be sent to the inbox until the
 * last of its events was read where events go out, while sessions come at a steady rate.
 */
final class EventLag {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int EVENTS_OF_A_SESSION = 4;
    private static final double NANOS = 1e9;

    private final Topicality topics;
    private final Ours ours;
    private final Story story;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /** How many events of a session were read, and when the last was. */
    private record Read(int events, long last) {}

    EventLag(Topicality topics, Ours ours, Story story) {
        this.topics = topics;
        this.ours = ours;
        this.story = story;
    }

    /** Of so many sessions, so many a second. */
    void print(int sessions, int perSecond, PrintStream out) throws Exception {
        List<Double> lags = taken(sessions, perSecond);
        out.printf(
                "lag from record in to event out, %d sessions, %d a second: p50 %.1f ms, p99 %.1f"
                        + " ms%n",
                sessions, perSecond, Lag.at(lags, 50), Lag.at(lags, 99));
    }

    /** In milliseconds. */
    List<Double> taken(int sessions, int perSecond) throws Exception {
        List<CaseId> cases = ours.opened(1, sessions);
        Map<String, Object> properties = topics.clients().producer("bench-steady");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(properties);
                Hearing _ = new Hearing(topics, topics.events(), this::read)) {
            Map<String, Long> due = new HashMap<>();
            long begun = System.nanoTime();
            for (int index = 0; index < sessions; index++) {
                CaseId caseId = cases.get(index % cases.size());
                RecordSession session = story.session(caseId);
                long at = begun + (long) (index * NANOS / perSecond);
                awaitMoment(at);
                due.put(session.commandId().toString(), at);
                var _ = producer.send(Mailing.record(topics.sessions(), caseId, session));
            }
            List<Double> lags = new ArrayList<>();
            for (Map.Entry<String, Long> session : due.entrySet()) {
                lags.add((awaited(session.getKey()) - session.getValue()) / 1e6);
            }
            return lags;
        }
    }

    /** When the last event of a session was read; others come beside them, as of cases opened. */
    private long awaited(String session) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Read events = read.get(session);
            if (events != null && events.events() >= EVENTS_OF_A_SESSION) {
                return events.last();
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        throw new IllegalStateException("an event that was never read");
    }

    private static void awaitMoment(long at) {
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> event) {
        read.merge(
                new String(
                        event.headers().lastHeader("ce_commandid").value(), StandardCharsets.UTF_8),
                new Read(1, System.nanoTime()),
                (before, now) -> new Read(before.events() + 1, now.last()));
    }
}
