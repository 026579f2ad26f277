package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.TestCluster;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An inbox that may write for one trust, and in which nothing waits for long. */
class LimitingTheInboxTest {

    @TempDir private static Path home;
    @AutoClose private static TestCluster brokers;
    @AutoClose private static Service service;
    @AutoClose private static Letters letters;
    private static Story own;
    private static Story foreign;

    @BeforeAll
    static void with_a_service_of_its_own() throws IOException {
        brokers = TestCluster.of(1);
        madeByOthers();
        service =
                Service.alone(
                        home.resolve("data"),
                        "--refocus.kafka.bootstrap-servers=" + brokers.bootstrapServers(),
                        "--refocus.kafka.inbox.name=of-slam",
                        "--refocus.kafka.inbox.trusts=SLAM,2gether",
                        "--refocus.kafka.inbox.waits=3s",
                        "--refocus.kafka.inbox.in-flight=2");
        own = Story.begun(service, "SLAM");
        foreign = Story.begun(service);
        letters = new Letters(brokers.bootstrapServers());
    }

    /**
     * Topics that take larger sessions, and smaller dead letters, than those that are made here.
     */
    private static void madeByOthers() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()))) {
            admin.createTopics(
                            List.of(topic(Letters.SESSIONS, 8 << 20), topic(Letters.DEAD, 1 << 20)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private static NewTopic topic(String name, int longest) {
        return new NewTopic(name, 2, (short) 1)
                .configs(Map.of("max.message.bytes", Integer.toString(longest)));
    }

    @Test
    void what_is_too_large_even_for_the_dead_letters_is_named_there_and_can_be_sent_again() {
        byte[] large = new byte[5 << 20];
        // No compression makes it smaller.
        new Random(1).nextBytes(large);
        String sent = letters.send(own.caseId, large, System.currentTimeMillis());

        assertThat(letters.outcome(sent).at("/problem/code").asString())
                .isEqualTo("body.too-large");
        ConsumerRecord<byte[], byte[]> dead = letters.dead(sent);
        assertThat(dead.value() == null).isTrue();
        assertThat(Letters.text(dead, "refocus_bytes-left-behind")).isEqualTo("5242880");

        String path = "/api/v1/dead-letters/" + dead.partition() + "-" + dead.offset();
        Answer again =
                service.send(
                                service.request(path + "/retry", own.admin)
                                        .POST(HttpRequest.BodyPublishers.noBody()))
                        .found();
        assertThat(again.at("/bytes").asInt()).isEqualTo(5 << 20);
        assertThat(again.text("/problem/code")).isEqualTo("body.too-large");
        letters.dead(sent, other -> other.offset() != dead.offset());
    }

    @Test
    void sessions_of_its_trust_are_recorded_under_its_name() {
        JsonNode outcome = letters.outcome(letters.send(goalSet(own)));

        assertThat(outcome.path("outcome").asString()).isEqualTo("RECORDED");
        Answer events = own.events(own.auditor, "Purpose", "AUDIT").found();
        assertThat(events.text("/events/1/postedBy")).isEqualTo("kafka:of-slam");
    }

    @Test
    void a_case_of_another_trust_is_as_good_as_none_and_is_refused_when_it_has_waited() {
        String sent = letters.send(goalSet(foreign));

        assertThat(letters.waiting(sent).at("/problem/code").asString()).isEqualTo("case.unknown");
        JsonNode outcome = letters.outcome(sent);
        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(outcome.at("/problem/code").asString()).isEqualTo("case.unknown");
    }

    @Test
    void what_never_comes_is_waited_for_no_longer_than_is_set() {
        String sent =
                letters.send(
                        own.session(
                                "2011-03-15T10:00:00Z",
                                Entries.stepPlanned(Story.id(), Story.id(), "SERVICE_USER")));

        letters.waiting(sent);

        assertThat(letters.outcome(sent).at("/problem/code").asString())
                .isEqualTo("reference.unknown");
    }

    @Test
    void more_than_are_under_way_at_once_all_come_to_their_end() {
        String[] sent = new String[40];
        for (int index = 0; index < sent.length; index++) {
            sent[index] = letters.send(goalSet(own));
        }
        for (String each : sent) {
            assertThat(letters.outcome(each).path("outcome").asString()).isEqualTo("RECORDED");
        }
    }

    private static Body goalSet(Story story) {
        return story.session(
                "2011-03-14T10:00:00Z",
                Entries.goalSet(Story.id(), Entries.verbatim("To cook for my family again.")));
    }
}
