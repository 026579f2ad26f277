package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.broker.TopicRead;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Brokers are killed and come back while events are recorded and sent. */
@Timeout(120)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillingBrokersTest {

    private static final int CASES = 25;

    @AutoClose private final TestCluster cluster = TestCluster.of(3);
    @AutoClose private final LogToSend log = new LogToSend();
    @AutoClose private final ExecutorService recording = Executors.newSingleThreadExecutor();
    private final KafkaSettings brokers = OutboxNode.brokers(cluster.bootstrapServers());
    private final List<String> streams = new ArrayList<>();

    private void record(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (String stream : streams) {
                log.stored(stream, "goal.reviewed", List.of("{\"a\":1}", "{\"a\":2}", "{}"));
            }
        }
    }

    @Test
    void every_event_is_there_and_in_order_whichever_brokers_die_and_however_many()
            throws Exception {
        for (int index = 0; index < CASES; index++) {
            streams.add(log.opened());
        }
        try (OutboxNode node = OutboxNode.started(log, brokers, "events")) {
            node.caughtUp();
            // Each leads partitions, so one after the other a leader dies.
            for (int broker = 1; broker <= 3; broker++) {
                Future<?> recorded = recording.submit(() -> record(6));
                cluster.kill(broker);
                recorded.get();
                cluster.start(broker);
            }
            node.caughtUp();

            cluster.kill(1);
            cluster.kill(2);
            record(1);
            OutboxNode.eventually(() -> node.follower.fault() != null);
            long head = log.head();
            assertThat(node.position()).isLessThan(head);
            record(1);
            cluster.begin(1);
            cluster.start(2);
            node.caughtUp();
            OutboxNode.eventually(() -> node.follower.fault() == null);
        }
        Set<Long> all = new TreeSet<>(LongStream.rangeClosed(1, log.head()).boxed().toList());
        TopicRead.of(brokers.bootstrapServers(), "events").hasInOrder(all);
    }
}
