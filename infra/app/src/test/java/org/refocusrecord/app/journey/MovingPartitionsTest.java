package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.TestCluster;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Somebody else joins the inbox's group and leaves it again, and again: each time partitions go to
 * him, with what was just being done of theirs, and come back.
 */
class MovingPartitionsTest {

    private static final int CASES = 8;
    private static final int GUESTS = 4;
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    @TempDir private Path home;

    /** What was sent of each case, in order: its correlation id, and the id of the session. */
    private final Map<Story, Map<String, String>> sent = new LinkedHashMap<>();

    @Test
    void each_session_is_recorded_once_in_the_order_of_its_case_and_told_of() throws Exception {
        moving((service, letters, guests) -> {
            Future<Integer> coming = guests.get();
            while (!coming.isDone()) {
                sendOneOfEach(letters);
                Thread.sleep(A_MOMENT);
            }
            return coming.get();
        });
    }

    /** All are under way when they go, and are so twice when they come back. */
    @Test
    void so_is_each_that_could_not_be_recorded_before_its_partition_went() throws Exception {
        moving((service, letters, guests) -> {
            try (Connection holder = LogTampering.on(service.data()).connection();
                    Statement statement = holder.createStatement()) {
                statement.execute("select pg_advisory_lock(refocus_log.append_lock())");
                for (int times = 0; times < 20; times++) {
                    sendOneOfEach(letters);
                }
                return guests.get().get();
            }
        });
    }

    /** Sends sessions, while guests come and go; answers with how many partitions moved. */
    @FunctionalInterface
    private interface Sending {
        int take(Service service, Letters letters, Supplier<Future<Integer>> guests)
                throws Exception;
    }

    private void moving(Sending sending) throws Exception {
        try (TestCluster brokers = TestCluster.of(1);
                Service service =
                        Service.alone(
                                home.resolve("data"),
                                "--refocus.kafka.bootstrap-servers=" + brokers.bootstrapServers());
                Letters letters = new Letters(brokers.bootstrapServers());
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            for (int number = 0; number < CASES; number++) {
                sent.put(Story.begun(service), new LinkedHashMap<>());
            }

            int moved =
                    sending.take(
                            service,
                            letters,
                            () -> thread.submit(() -> comeAndGo(brokers.bootstrapServers())));

            assertThat(moved).as("partitions that went to guests").isPositive();
            sent.forEach((story, ofCase) -> {
                ofCase.forEach((correlation, _) ->
                        assertThat(letters.outcome(correlation).path("outcome").asString())
                                .isIn("RECORDED", "REPEATED"));
                assertThat(sessions(story)).containsExactlyElementsOf(ofCase.values());
            });
        }
    }

    private void sendOneOfEach(Letters letters) {
        sent.forEach((story, ofCase) -> {
            Body session = session(story);
            ofCase.put(letters.send(session), session.text("sessionId"));
        });
    }

    /** Takes partitions, does nothing with what lies in them, and gives them back. */
    private static int comeAndGo(String bootstrapServers) {
        int taken = 0;
        for (int number = 0; number < GUESTS; number++) {
            try (KafkaConsumer<byte[], byte[]> guest =
                    new KafkaConsumer<>(
                            Map.of(
                                    "bootstrap.servers",
                                    bootstrapServers,
                                    "group.id",
                                    "refocus-record",
                                    "enable.auto.commit",
                                    false,
                                    "key.deserializer",
                                    ByteArrayDeserializer.class,
                                    "value.deserializer",
                                    ByteArrayDeserializer.class))) {
                guest.subscribe(List.of(Letters.SESSIONS));
                while (guest.assignment().isEmpty()) {
                    guest.poll(A_MOMENT);
                }
                taken += guest.assignment().size();
            }
        }
        return taken;
    }

    private static Body session(Story story) {
        return story.session(
                "2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), Entries.verbatim("To cook.")));
    }

    private static List<String> sessions(Story story) {
        JsonNode events = story.events(story.auditor).found().at("/events");
        List<String> sessions = new ArrayList<>();
        StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("type").asString().equals("session.held"))
                .forEach(event -> sessions.add(event.path("commandId").asString()));
        return sessions;
    }
}
