package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The database, or all brokers, are away for a while, as sessions come; each build for a few
 * seconds, with {@code -Drefocus.away} for as many as wanted.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LosingWhatTheInboxNeedsTest {

    private static final String SESSIONS = "refocus.sessions.v1";
    private static final String OUTCOMES = "refocus.session-outcomes.v1";
    private static final int AWAY_SECONDS = Integer.getInteger("refocus.away", 8);
    private static final int CASES = 5;
    private static final int EACH = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;
    @AutoClose private TestCluster brokers;
    @AutoClose private Stage stage;
    @AutoClose private Correspondent system;
    private List<Lane> lanes;

    @BeforeEach
    void with_a_node_a_database_and_a_broker() throws Exception {
        brokers = TestCluster.of(1);
        stage =
                new Stage(
                        folder,
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                brokers.bootstrapServers(),
                                "REFOCUS_POOLS_APPENDER_CONNECTIONTIMEOUT",
                                "1s"));
        stage.start();
        system = new Correspondent(brokers.bootstrapServers(), OUTCOMES);
        lanes = stage.lanes(CASES);
    }

    @Test
    void what_comes_while_the_database_is_away_is_recorded_when_it_is_back() throws Exception {
        sendAndHear(1);
        stage.wire().goAway();
        List<Lane.Session> sent = send(EACH);
        long end = System.nanoTime() + Duration.ofSeconds(AWAY_SECONDS).toNanos();
        while (System.nanoTime() < end) {
            system.listen();
        }
        assertThat(system.heard()).hasSize(CASES);
        stage.wire().comeBack();

        hear(sent);
        sendAndHear(1);

        stage.holdsExactly(lanes);
        stage.isWhole();
    }

    @Test
    void while_all_brokers_are_away_others_record_by_http_and_then_sessions_come_again()
            throws Exception {
        sendAndHear(1);
        brokers.kill(1);
        long end = System.nanoTime() + Duration.ofSeconds(AWAY_SECONDS).toNanos();
        while (System.nanoTime() < end) {
            Lane lane = lanes.getFirst();
            assertThat(lane.settle(lane.next(), stage.door()).status()).isEqualTo(201);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Door.Answer deadLetters =
                stage.door().get("/api/v1/dead-letters", lanes.getFirst().team().administering());
        assertThat(deadLetters.status()).as(deadLetters.toString()).isEqualTo(503);
        assertThat(deadLetters.json().path("code").asString()).isEqualTo("kafka.not-reachable");
        brokers.start(1);

        sendAndHear(EACH);

        stage.holdsExactly(lanes);
        stage.isWhole();
    }

    private void sendAndHear(int each) throws Exception {
        hear(send(each));
    }

    private List<Lane.Session> send(int each) {
        List<Lane.Session> sent = new ArrayList<>();
        for (int index = 0; index < each; index++) {
            for (Lane lane : lanes) {
                Lane.Session session = lane.next();
                sent.add(session);
                system.send(
                                Correspondent.record(
                                        SESSIONS,
                                        session.caseId(),
                                        session.body().getBytes(UTF_8),
                                        session.id()))
                        .join();
            }
        }
        return sent;
    }

    /** Each of them was recorded, and its sender told of the receipt. */
    private void hear(List<Lane.Session> sent) throws Exception {
        for (Lane.Session session : sent) {
            ConsumerRecord<byte[], byte[]> heard =
                    system.await(
                                    OUTCOMES,
                                    record ->
                                            Correspondent.text(record, Correspondent.CORRELATION)
                                                    .equals(session.id()),
                                    PATIENCE)
                            .orElseThrow(() -> new AssertionError("no outcome of " + session.id()));
            JsonNode outcome = JsonAnswers.mapper().readTree(heard.value());
            assertThat(outcome.path("outcome").asString())
                    .as(outcome.toString())
                    .isIn("RECORDED", "REPEATED");
            Lane lane = lane(session.caseId());
            Door.Answer receipt =
                    stage.door()
                            .get(
                                    "/api/v1/sessions/" + session.id() + "/receipt",
                                    lane.team().posting());
            assertThat(outcome.path("receipt")).isEqualTo(receipt.json());
            lane.isAcknowledged(session, receipt);
        }
    }

    private Lane lane(String caseId) {
        return lanes.stream().filter(one -> one.caseId().equals(caseId)).findFirst().orElseThrow();
    }
}
