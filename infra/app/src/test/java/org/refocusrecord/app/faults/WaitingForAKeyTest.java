package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Of two nodes one was forgotten when the master key was changed, and sessions of a case that it
 * never saw come to it.
 */
@Timeout(300)
class WaitingForAKeyTest {

    private static final String SESSIONS = "refocus.sessions.v1";
    private static final String OUTCOMES = "refocus.session-outcomes.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir private Path folder;
    @TempDir private Path beside;

    @Test
    void a_session_waits_where_its_key_is_not_held_and_whoever_holds_it_records_it()
            throws Exception {
        // The first node reads another topic, so that all on this one comes to the other.
        String topic = "REFOCUS_KAFKA_INBOX_TOPIC";
        try (TestCluster brokers = TestCluster.of(1);
                Stage stage = new Stage(folder, by(brokers, topic, "elsewhere"))) {
            stage.start();
            try (SecondNode forgotten =
                            new SecondNode(stage, beside, by(brokers, topic, SESSIONS));
                    Correspondent system =
                            new Correspondent(brokers.bootstrapServers(), OUTCOMES)) {
                forgotten.start(0);
                stage.changeTheMasterKey();
                Lane lane = stage.lanes(1).getFirst();

                Lane.Session first = sent(lane, system);

                assertThat(heard(system, first, "WAITING").at("/problem/code").asString())
                        .isEqualTo("key.not-held");
                JsonNode outcome = heard(system, first, "RECORDED");
                assertThat(told(system, first)).containsExactly("WAITING", "RECORDED");
                isRecordedOnce(stage, lane, first, outcome);

                stage.node().kill();
                Lane.Session second = sent(lane, system);
                assertThat(heard(system, second, "WAITING").at("/problem/code").asString())
                        .isEqualTo("key.not-held");
                forgotten.getsTheMasterKey();

                JsonNode later = heard(system, second, "RECORDED");
                stage.comeBack();
                assertThat(told(system, second)).containsExactly("WAITING", "RECORDED");
                isRecordedOnce(stage, lane, second, later);
                stage.holdsExactly(List.of(lane));
            }
        }
    }

    private static Map<String, String> by(TestCluster brokers, String name, String value) {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", brokers.bootstrapServers(), name, value);
    }

    private static Lane.Session sent(Lane lane, Correspondent system) {
        Lane.Session session = lane.next();
        byte[] body = session.body().getBytes(UTF_8);
        system.send(Correspondent.record(SESSIONS, session.caseId(), body, session.id())).join();
        return session;
    }

    private static void isRecordedOnce(
            Stage stage, Lane lane, Lane.Session session, JsonNode outcome) throws Exception {
        Door.Answer receipt =
                stage.door()
                        .get(
                                "/api/v1/sessions/" + session.id() + "/receipt",
                                lane.team().posting());
        assertThat(outcome.path("receipt")).isEqualTo(receipt.json());
        lane.isAcknowledged(session, receipt);
    }

    private static JsonNode heard(Correspondent system, Lane.Session session, String outcome) {
        return system.await(
                        OUTCOMES,
                        record -> isOf(session, record) && outcomeOf(record).equals(outcome),
                        PATIENCE)
                .map(record -> JsonAnswers.mapper().readTree(record.value()))
                .orElseThrow(() ->
                        new AssertionError(
                                "not %s but %s".formatted(outcome, told(system, session))));
    }

    private static List<String> told(Correspondent system, Lane.Session session) {
        return system.heard().stream()
                .filter(record -> isOf(session, record))
                .map(WaitingForAKeyTest::outcomeOf)
                .toList();
    }

    private static boolean isOf(Lane.Session session, ConsumerRecord<byte[], byte[]> record) {
        return Correspondent.text(record, Correspondent.CORRELATION).equals(session.id());
    }

    private static String outcomeOf(ConsumerRecord<byte[], byte[]> record) {
        return JsonAnswers.mapper().readTree(record.value()).path("outcome").asString();
    }
}
