package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.wire.KafkaWire;
import org.refocusrecord.testkit.wire.Stop;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A node is killed, as by {@code kill -9}, while a session is between the topic and its committed
 * offset.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class KillingTheInboxAtEveryStepTest {

    private static final String SESSIONS = "refocus.sessions.v1";
    private static final String OUTCOMES = "refocus.session-outcomes.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir private Path folder;

    @Test
    void each_session_is_recorded_once_and_its_sender_told_of_the_one_receipt() throws Exception {
        AtomicReference<@Nullable KafkaWire> made = new AtomicReference<>();
        try (TestCluster cluster = TestCluster.behind(port -> wireTo(port, made).port());
                KafkaWire broker = java.util.Objects.requireNonNull(made.get());
                Correspondent system = new Correspondent(cluster.bootstrapServers(), OUTCOMES);
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
                Stage stage = new Stage(folder, by(broker))) {
            stage.start();
            Lane lane = stage.lanes(1).getFirst();
            for (InboxStep step : InboxStep.values()) {
                awaitCommitted(admin, lane.posts().size());
                struckAt(step, stage, broker, system, lane);
            }
            awaitCommitted(admin, lane.posts().size());
            stage.holdsExactly(List.of(lane));
            stage.isWhole();
        }
    }

    private static KafkaWire wireTo(int port, AtomicReference<@Nullable KafkaWire> made) {
        try {
            KafkaWire wire = new KafkaWire(port);
            made.set(wire);
            return wire;
        } catch (IOException notOpened) {
            throw new UncheckedIOException(notOpened);
        }
    }

    private static Map<String, String> by(KafkaWire wire) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + wire.port(),
                "REFOCUS_KAFKA_EVENTS_ENABLED",
                "false",
                // What it held when it was killed is to be had again soon.
                "REFOCUS_KAFKA_CLIENT_SESSION_TIMEOUT_MS",
                "1500",
                "REFOCUS_KAFKA_CLIENT_HEARTBEAT_INTERVAL_MS",
                "300");
    }

    /** Nothing is under way: what was sent until now is behind the group. */
    private static void awaitCommitted(Admin admin, long records) throws InterruptedException {
        Eventually.await(() ->
                records
                        == admin
                                .listConsumerGroupOffsets("refocus-record")
                                .partitionsToOffsetAndMetadata()
                                .toCompletionStage()
                                .toCompletableFuture()
                                .join()
                                .values()
                                .stream()
                                .mapToLong(committed -> committed == null ? 0 : committed.offset())
                                .sum());
    }

    private static void struckAt(
            InboxStep step, Stage stage, KafkaWire broker, Correspondent system, Lane lane)
            throws Exception {
        Lane.Session session = lane.next();
        Stop stop = step.hold(session.id(), stage.wire(), broker);
        String correlation = UUID.randomUUID().toString();
        system.send(
                        Correspondent.record(
                                SESSIONS,
                                session.caseId(),
                                session.body().getBytes(UTF_8),
                                correlation))
                .join();
        if (!stop.isReached(PATIENCE)) {
            throw new AssertionError(
                    "nothing has come to %s:\n%s".formatted(step, stage.node().said()));
        }
        stage.node().kill();
        stop.cut();
        try (Connection owner = stage.asOwner()) {
            assertThat(LogCheck.isRecorded(owner, session))
                    .as("%s", step)
                    .isEqualTo(step.isRecorded());
        }
        stage.comeBack();

        JsonNode outcome = outcome(system, correlation);

        assertThat(outcome.path("outcome").asString())
                .as("%s: %s\n%s", step, outcome, stage.node().said())
                .isEqualTo(step.isRecorded() && !step.isToldOf() ? "REPEATED" : "RECORDED");
        Door.Answer receipt =
                stage.door()
                        .get(
                                "/api/v1/sessions/" + session.id() + "/receipt",
                                lane.team().posting());
        assertThat(outcome.path("receipt")).isEqualTo(receipt.json());
        lane.isAcknowledged(session, receipt);
        Console.tell("%s: %s".formatted(step, outcome.path("outcome").asString()));
    }

    /** The first of it; there may be more. */
    private static JsonNode outcome(Correspondent system, String correlation) {
        ConsumerRecord<byte[], byte[]> heard =
                system.await(
                                OUTCOMES,
                                record ->
                                        Correspondent.text(record, Correspondent.CORRELATION)
                                                .equals(correlation),
                                PATIENCE)
                        .orElseThrow(() -> new AssertionError("no outcome"));
        return JsonAnswers.mapper().readTree(heard.value());
    }
}
