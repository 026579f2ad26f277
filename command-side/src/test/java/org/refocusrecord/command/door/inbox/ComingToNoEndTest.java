package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.kafka.Topics;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The program fails at a record so badly that it cannot even say so, as where its memory is at an
 * end. The consumers break off, and begin anew where all had ended.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ComingToNoEndTest {

    private static final int EACH = 40;
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final String FAILING = "b/7";
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final String topic = "sessions-" + UUID.randomUUID();
    private final KafkaSettings brokers =
            new KafkaSettings(
                    TestCluster.shared().bootstrapServers(), Map.of(), 2, 1, Duration.ofDays(1));
    private final KafkaClients clients = new KafkaClients(brokers);

    @AutoClose private final Lanes lanes = new Lanes(Duration.ofSeconds(5));
    private final InboxSettings settings =
            new InboxSettings(
                    "sessions",
                    topic,
                    topic + "-outcomes",
                    topic + "-dead",
                    topic,
                    List.of(InboxSettings.ALL),
                    2,
                    30,
                    Duration.ofHours(1));
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
    private final List<String> givenUp = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    @BeforeEach
    void with_sessions_of_four_cases() {
        try (Admin admin = clients.admin();
                Correspondent sender = new Correspondent(brokers.bootstrapServers(), topic)) {
            new Topics(brokers).make(admin, List.of(new Topics.Needed(topic, 1 << 20, false)));
            for (int number = 0; number < EACH; number++) {
                for (String key : KEYS) {
                    sender.send(
                                    new ProducerRecord<>(
                                            topic,
                                            key.getBytes(StandardCharsets.UTF_8),
                                            (key + "/" + number).getBytes(StandardCharsets.UTF_8)))
                            .join();
                }
            }
        }
    }

    @Test
    void where_it_fails_before_its_end_is_known_nothing_of_its_case_overtakes_it()
            throws Exception {
        comeToTheEnd(this::failingAtOnce);

        assertThat(hasFailed).isTrue();
        allInOrder(begun);
        allInOrder(ended);
    }

    @Test
    void where_it_fails_at_telling_of_it_no_offset_passes_over_it() throws Exception {
        comeToTheEnd(this::failingToTell);

        assertThat(hasFailed).isTrue();
        assertThat(begun.stream().filter(FAILING::equals)).hasSizeGreaterThan(1);
        allInOrder(begun);
    }

    @Test
    void where_it_fails_each_time_it_is_given_up_and_nobody_waits_for_it_for_ever()
            throws Exception {
        comeToTheEnd(this::failingEachTime);

        assertThat(givenUp).containsExactly(FAILING);
        allInOrder(ended);
    }

    private Runnable failingAtOnce(SentRecord sent) {
        String what = begun(sent);
        if (what.equals(FAILING) && hasFailed.compareAndSet(false, true)) {
            begun.remove(what);
            throw new OutOfMemoryError("as it might be");
        }
        return () -> ended.add(what);
    }

    private Runnable failingEachTime(SentRecord sent) {
        String what = begun(sent);
        if (what.equals(FAILING)) {
            throw new OutOfMemoryError("as it might be");
        }
        return () -> ended.add(what);
    }

    private Runnable failingToTell(SentRecord sent) {
        String what = begun(sent);
        return () -> {
            if (what.equals(FAILING) && hasFailed.compareAndSet(false, true)) {
                throw new OutOfMemoryError("as it might be");
            }
            ended.add(what);
        };
    }

    private String begun(SentRecord sent) {
        String what = text(sent);
        begun.add(what);
        LockSupport.parkNanos(A_MOMENT.toNanos() / 4);
        return what;
    }

    private void comeToTheEnd(Function<SentRecord, Runnable> arrived) throws Exception {
        InboxConsumers consumers =
                new InboxConsumers(
                        clients,
                        settings,
                        handling(arrived),
                        lanes,
                        new Obstacles(),
                        Duration.ofSeconds(5),
                        new SimpleMeterRegistry());
        try (Admin admin = clients.admin()) {
            while (committed(admin) < (long) EACH * KEYS.size()) {
                consumers.keepRunning();
                TimeUnit.NANOSECONDS.sleep(A_MOMENT.toNanos());
            }
        } finally {
            consumers.stop();
        }
    }

    private RecordHandling handling(Function<SentRecord, Runnable> arrived) {
        return new RecordHandling() {
            @Override
            public Runnable arrived(SentRecord sent) {
                return arrived.apply(sent);
            }

            @Override
            public Runnable givenUp(SentRecord sent) {
                givenUp.add(text(sent));
                return () -> ended.add(text(sent));
            }
        };
    }

    private static String text(SentRecord sent) {
        return new String(Objects.requireNonNull(sent.value()), StandardCharsets.UTF_8);
    }

    private long committed(Admin admin) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(topic).partitionsToOffsetAndMetadata().get();
        return committed.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }

    private static void allInOrder(List<String> met) {
        for (String key : KEYS) {
            assertThat(first(met, key)).containsExactlyElementsOf(ofCase(key));
        }
    }

    /** What was met first of each, in the order in which it was. */
    private static List<String> first(List<String> met, String key) {
        return met.stream().filter(what -> what.startsWith(key + "/")).distinct().toList();
    }

    private static List<String> ofCase(String key) {
        return IntStream.range(0, EACH).mapToObj(number -> key + "/" + number).toList();
    }
}
