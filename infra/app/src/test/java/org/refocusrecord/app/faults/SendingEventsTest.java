package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.Asking;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.kafka.Topics;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.broker.TopicRead;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A whole server that sends events out, with brokers and without. */
@Timeout(300)
class SendingEventsTest {

    private static final String TOPIC = "refocus.events.v1";

    @AutoClose private static final TestCluster CLUSTER = TestCluster.of(1);
    @TempDir private Path data;
    private final Gauges gauges = new Gauges();

    private List<String> settings() {
        return List.of(
                gauges.setting(),
                "--refocus.kafka.bootstrap-servers=" + CLUSTER.bootstrapServers(),
                "--refocus.kafka.client[default.api.timeout.ms]=2000",
                "--refocus.kafka.client[request.timeout.ms]=1500");
    }

    @Test
    void brokers_that_are_away_keep_nobody_from_starting_and_recording_and_what_waited_goes_out()
            throws Exception {
        CLUSTER.kill(1);
        try (RefocusServer server =
                new RefocusServer(
                        new StartOrder(MadeAlready.in(data), 0, null, settings()), _ -> {})) {
            String url = server.start();
            Eventually.await(() -> gauges.of("refocus.outbox.stuck") == 1);
            Complaints complaints = Complaints.heard();
            Door door = new Door(url);
            Team team = Team.on(data, door);
            Lane lane = new Lane(team, door);
            assertThat(lane.settle(lane.next(), door).status()).isEqualTo(201);
            assertThat(gauges.of("refocus.outbox.stuck")).isOne();
            assertThat(gauges.of("refocus.outbox.lag")).isGreaterThanOrEqualTo(6);
            assertThat(health(url, "events")).isEqualTo(503);
            assertThat(health(url, "recording")).isEqualTo(200);
            Eventually.await(() -> {
                try {
                    return door.isReady();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            });
            assertThat(called("events", "backfill", "--topic", "elsewhere"))
                    .startsWith("2 ")
                    .contains("503 kafka.not-reachable");

            CLUSTER.start(1);

            Eventually.await(() -> gauges.of("refocus.outbox.stuck") == 0);
            Eventually.await(() -> gauges.of("refocus.outbox.lag") == 0);
            assertThat(health(url, "events")).isEqualTo(200);
            assertThat(said(complaints, "OutboxFollower"))
                    .as("what was said before is not said with every try")
                    .doesNotHaveDuplicates()
                    .endsWith("events go out again");
            String said = lane.posts().getFirst().said();
            TopicRead sent = TopicRead.of(CLUSTER.bootstrapServers(), TOPIC);
            assertThat(sent.positionsInOrder()).contains(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(sent.bytes()).contains("\"withheld\":\"PURPOSE\"").doesNotContain(said);
            fillsAnotherTopic(url);
        }
    }

    private void fillsAnotherTopic(String url) throws Exception {
        assertThat(called("events", "backfill", "--topic", "later", "--to", "3"))
                .isEqualTo(
                        "0 3 events sent to later, which has all from position 1 to position 3.\n");
        assertThat(called("events", "backfill", "--topic", "later", "--to", "6"))
                .as("goes on where it was")
                .isEqualTo(
                        "0 3 events sent to later, which has all from position 1 to position 6.\n");
        TopicRead later = TopicRead.of(CLUSTER.bootstrapServers(), "later");
        assertThat(later.positionsInOrder()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(later.records()).hasSize(6);
        assertThat(called("events", "backfill", "--topic", "part", "--from", "2", "--to", "4"))
                .startsWith("0 3 events sent to part");
        assertThat(called("events", "backfill", "--topic", "part", "--from", "6", "--to", "6"))
                .as("5 would be missing")
                .startsWith("2 ")
                .contains("409 topic.not-fresh");
        assertThat(called("events", "backfill", "--topic", "part", "--from", "1"))
                .as("1 is missing already")
                .startsWith("2 ")
                .contains("409 topic.not-fresh");
        assertThat(called("events", "backfill", "--topic", "part", "--to", "5"))
                .isEqualTo(
                        "0 1 events sent to part, which has all from position 2 to position 5.\n");
        for (String own :
                List.of(
                        TOPIC,
                        "refocus.sessions.v1",
                        "refocus.session-outcomes.v1",
                        "refocus.sessions.v1.DLT",
                        "__transaction_state")) {
            assertThat(called("events", "backfill", "--topic", own))
                    .startsWith("2 ")
                    .contains("409 topic.taken", "one of the service's own topics");
        }
        writtenByOthers("theirs");
        assertThat(called("events", "backfill", "--topic", "theirs"))
                .startsWith("2 ")
                .contains("409 topic.not-fresh");
        assertThat(called("events", "backfill", "--topic", "no name"))
                .startsWith("2 ")
                .contains("400 value.not-allowed, --topic", "up to 249 letters, digits, '.'");
        for (String option : List.of("--from", "--to")) {
            assertThat(called("events", "backfill", "--topic", "other", option, "0"))
                    .startsWith("2 ")
                    .contains("400 value.not-allowed, " + option, "Positions begin at 1.");
        }
        assertThat(called("events", "backfill", "--topic", "other", "--from", "-1"))
                .startsWith("2 ")
                .contains("400 value.not-allowed, --from");
        assertThat(called("events", "backfill", "--topic", "la.ter", "--to", "1")).startsWith("0 ");
        assertThat(called("events", "backfill", "--topic", "la_ter"))
                .startsWith("2 ")
                .contains("400 value.not-allowed, --topic", "another may have it");
        assertThat(called("events", "backfill", "--topic", "later", "--from", "5", "--to", "4"))
                .startsWith("2 ")
                .contains("400 range.reversed");
        assertThat(called("events", "backfill", "--topic", "beyond", "--from", "5000"))
                .startsWith("2 ")
                .contains("400 value.not-allowed", "The newest event has position");
        assertThat(called("events", "backfill", "--topic", "later", "--from", "-1"))
                .startsWith("2 ")
                .contains("400 value.not-allowed");
        assertThat(called("events", "backfill", "--topic", "later", "--from", "first"))
                .startsWith("2 ")
                .contains("'first' is not a long");
        assertThat(called("events", "backfill", "--topic", "later", "--since", "5"))
                .startsWith("2 ")
                .contains("Unknown option");
        assertThat(called("events", "backfill")).startsWith("2 ").contains("--topic=NAME");
        String path = url + "/api/v1/outbox/backfill?topic=another";
        for (TokenRequest request :
                List.of(
                        TokenRequest.of(Role.ADMIN).trust("SLAM"),
                        TokenRequest.of(Role.CLINICAL_SYSTEM).trust("SLAM"))) {
            String token = LocalIssuer.in(data).token(request, Instant.now());
            assertThat(Asking.post(path, token, "application/json", "").statusCode())
                    .isEqualTo(403);
        }
        assertThat(gauges.of("refocus.outbox.lag")).isZero();
    }

    private void writtenByOthers(String topic) throws Exception {
        KafkaSettings settings =
                new KafkaSettings(CLUSTER.bootstrapServers(), Map.of(), 1, 1, Duration.ofDays(1));
        KafkaClients clients = new KafkaClients(settings);
        try (var admin = clients.admin();
                var producer = new KafkaProducer<byte[], byte[]>(clients.producer("others"))) {
            new Topics(settings).make(admin, List.of(new Topics.Needed(topic, 1_000_000, true)));
            producer.send(new ProducerRecord<>(topic, "theirs".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static int health(String url, String group) throws Exception {
        return Asking.get(url + "/actuator/health/" + group).statusCode();
    }

    private static List<String> said(Complaints complaints, String by) {
        return complaints.words().stream()
                .filter(words -> words.contains(by + ": "))
                .map(words -> words.substring(words.indexOf(": ") + 2))
                .toList();
    }

    /** The exit code, what was said to the next program, and what to people. */
    private String called(String... call) {
        StringWriter errors = new StringWriter();
        int[] code = new int[1];
        String said =
                Console.saidBy(() ->
                        code[0] =
                                RefocusRecord.commandLine()
                                        .setErr(new PrintWriter(errors, true))
                                        .execute(
                                                Stream.concat(
                                                                Stream.of(call),
                                                                Stream.of(
                                                                        "--data", data.toString()))
                                                        .toArray(String[]::new)));
        return code[0] + " " + said + errors;
    }

    @Test
    void a_server_that_is_killed_at_any_moment_leaves_no_event_out(@TempDir Path folder)
            throws Exception {
        try (ServerProcess server =
                new ServerProcess(
                        MadeAlready.in(folder.resolve("data")),
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                CLUSTER.bootstrapServers(),
                                "REFOCUS_KAFKA_EVENTS_TOPIC",
                                "killed"))) {
            Door door = new Door(server.url());
            server.start();
            server.awaitRecording(door);
            Team team = Team.on(server.data(), door);
            List<Lane> lanes = new ArrayList<>();
            for (int lane = 0; lane < 3; lane++) {
                lanes.add(new Lane(team, door));
            }
            for (int kill = 0; kill < 2; kill++) {
                for (int round = 0; round < 8; round++) {
                    for (Lane lane : lanes) {
                        lane.settle(lane.next(), door);
                    }
                }
                server.kill();
                server.start();
                server.awaitRecording(door);
            }
            int events = 1 + 3 + 3 * 16 * 4;
            Eventually.await(() ->
                    TopicRead.of(CLUSTER.bootstrapServers(), "killed").positionsInOrder().size()
                            == events);
        }
    }
}
