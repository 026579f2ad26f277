package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.Asking;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.web.json.JsonAnswers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where what becomes of sessions by Kafka cannot be told, or they cannot be taken, whoever looks
 * after the server learns it, and which topic it is.
 */
@Timeout(300)
class TellingSendersTest {

    // Of no other server: by their names is known what this one measures and says.
    private static final String SESSIONS = "sessions-of-one-server";
    private static final String OUTCOMES = "outcomes-of-one-server";
    private static final String DEAD = "dead-letters-of-one-server";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir private static Path data;
    private static TestCluster brokers;
    private static final Gauges GAUGES = new Gauges();
    private static RefocusServer server;
    private static String url;
    private static Admin admin;
    private static Lane lane;

    private Complaints complaints;
    private Correspondent system;

    @BeforeAll
    static void with_brokers_that_know_of_rights() throws Exception {
        brokers =
                TestCluster.of(
                        1,
                        Map.of(
                                "authorizer.class.name",
                                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                                "allow.everyone.if.no.acl.found",
                                "true"));
        server =
                new RefocusServer(
                        new StartOrder(
                                MadeAlready.in(data),
                                0,
                                null,
                                List.of(
                                        GAUGES.setting(),
                                        "--refocus.kafka.bootstrap-servers="
                                                + brokers.bootstrapServers(),
                                        "--refocus.kafka.inbox.topic=" + SESSIONS,
                                        "--refocus.kafka.inbox.outcomes=" + OUTCOMES,
                                        "--refocus.kafka.inbox.dead-letters=" + DEAD)),
                        _ -> {});
        url = server.start();
        admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()));
        Door door = new Door(url);
        lane = new Lane(Team.on(data, door), door);
    }

    @AfterAll
    static void end() {
        admin.close();
        server.close();
        brokers.close();
    }

    @BeforeEach
    void all_is_well() throws Exception {
        system = new Correspondent(brokers.bootstrapServers(), OUTCOMES, DEAD);
        assertThat(heard(OUTCOMES, send(lane.next()))).contains("RECORDED");
        // Where the test before ended too early, the watch may still see what it had brought about.
        Eventually.await(() -> GAUGES.of("refocus.inbox.stuck") == 0);
        assertThat(health("sessions")).isEqualTo(200);
        complaints = Complaints.heard();
    }

    @AfterEach
    void leave() {
        complaints.close();
        system.close();
    }

    @Test
    void a_topic_of_outcomes_that_takes_none_of_that_length_is_named() throws Exception {
        alter(OUTCOMES, "max.message.bytes", "300");

        String sent = send(lane.next());

        isIll(
                "Senders are not told on " + OUTCOMES,
                "it cannot be written (RecordTooLargeException)");
        assertThat(GAUGES.of("refocus.inbox.untold", "topic", OUTCOMES)).isOne();
        assertThat(GAUGES.of("refocus.inbox.untold", "topic", DEAD)).isZero();

        alter(OUTCOMES, "max.message.bytes", "2097152");
        assertThat(heard(OUTCOMES, sent)).contains("RECORDED");
        isWell("Senders are told on " + OUTCOMES + " again.");
        assertThat(GAUGES.of("refocus.inbox.untold", "topic", OUTCOMES)).isZero();
    }

    @Test
    void so_is_one_that_the_program_may_not_write_to() throws Exception {
        forbid(AclOperation.WRITE, DEAD);

        String sent = send(Team.id(), "{");

        isIll(
                "Dead letters are not kept on " + DEAD,
                "it cannot be written (TopicAuthorizationException)");

        allow();
        assertThat(heard(DEAD, sent)).isEqualTo("{");
        isWell("Dead letters are kept on " + DEAD + " again.");
    }

    @Test
    void so_is_one_that_it_may_not_read() throws Exception {
        forbid(AclOperation.READ, SESSIONS);

        String sent = send(lane.next());

        isIll("No session is taken from " + SESSIONS, "the brokers refuse the program's rights");

        allow();
        assertThat(heard(OUTCOMES, sent)).contains("RECORDED");
        isWell("Sessions are taken from " + SESSIONS + " again.");
    }

    @Test
    void brokers_that_are_away_are_told_of_too() throws Exception {
        brokers.kill(1);
        try {
            isIll(
                    "No session is taken from " + SESSIONS,
                    "Kafka is not reachable: TimeoutException");
        } finally {
            brokers.start(1);
        }
        assertThat(heard(OUTCOMES, send(lane.next()))).contains("RECORDED");
        isWell("Sessions are taken from " + SESSIONS + " again.");
    }

    private String send(Lane.Session session) {
        return send(session.caseId(), session.body());
    }

    /** Answers with its correlation id. */
    private String send(String key, String value) {
        String correlation = Team.id();
        system.send(Correspondent.record(SESSIONS, key, value.getBytes(UTF_8), correlation)).join();
        return correlation;
    }

    /** The outcome of a record, or its value among the dead letters. */
    private String heard(String topic, String correlation) {
        ConsumerRecord<byte[], byte[]> heard =
                system.await(
                                topic,
                                record ->
                                        Correspondent.text(record, Correspondent.CORRELATION)
                                                .equals(correlation),
                                PATIENCE)
                        .orElseThrow(() -> new AssertionError("nothing came of it on " + topic));
        return topic.equals(DEAD)
                ? new String(heard.value(), UTF_8)
                : JsonAnswers.mapper().readTree(heard.value()).path("outcome").asString();
    }

    private void isIll(String what, String why) throws Exception {
        Eventually.await(() -> said().toList().size() == 1);
        assertThat(said()).containsExactly(what + ": " + why + ". See docs/watching.md.");
        assertThat(health("sessions")).isEqualTo(503);
        assertThat(Asking.get(url + "/actuator/health/sessions").body()).doesNotContain("refocus.");
        assertThat(GAUGES.of("refocus.inbox.stuck")).isOne();
        assertThat(health("recording")).isEqualTo(200);
        assertThat(health("readiness")).isEqualTo(200);
    }

    private void isWell(String again) throws Exception {
        Eventually.await(() -> GAUGES.of("refocus.inbox.stuck") == 0);
        assertThat(health("sessions")).isEqualTo(200);
        Eventually.await(() -> said().toList().size() == 2);
        assertThat(said().toList().getLast()).isEqualTo(again);
    }

    /** What is said by whoever watches, once each. */
    private Stream<String> said() {
        return complaints.words().stream()
                .filter(words -> words.contains("InboxWatch: ") && words.contains("-of-one-server"))
                .map(words -> words.substring(words.indexOf(": ") + 2));
    }

    private static int health(String group) throws Exception {
        return Asking.get(url + "/actuator/health/" + group).statusCode();
    }

    private static void alter(String topic, String what, String value) throws Exception {
        admin.incrementalAlterConfigs(
                        Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                List.of(
                                        new AlterConfigOp(
                                                new ConfigEntry(what, value),
                                                AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static void forbid(AclOperation operation, String topic) throws Exception {
        ResourcePattern resource =
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        admin.createAcls(
                        List.of(
                                right(resource, AclOperation.ALL, AclPermissionType.ALLOW),
                                right(resource, operation, AclPermissionType.DENY)))
                .all()
                .get();
    }

    private static AclBinding right(
            ResourcePattern resource, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                resource, new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
    }

    private static void allow() throws Exception {
        admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
    }
}
