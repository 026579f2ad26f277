package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.testkit.broker.TestCluster;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** An inbox that may write for one trust, and in which nothing waits for long. */
class LimitingTheInboxTest {

    private static final int LARGEST_OUTCOME = 16 << 10;

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
     * Topics that take larger sessions, and smaller dead letters and outcomes, than those that are
     * made here.
     */
    private static void madeByOthers() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()))) {
            admin.createTopics(
                            List.of(
                                    topic(Letters.SESSIONS, 8 << 20),
                                    topic(Letters.DEAD, 1 << 20),
                                    topic(Letters.OUTCOMES, LARGEST_OUTCOME)))
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
        String sent = letters.send(own.caseId, random(5 << 20), System.currentTimeMillis());

        assertThat(letters.outcome(sent).at("/problem/code").asString())
                .isEqualTo("body.too-large");
        ConsumerRecord<byte[], byte[]> dead = letters.dead(sent);
        assertThat(dead.value() == null).isTrue();
        assertThat(Letters.text(dead, "refocus_bytes-left-behind")).isEqualTo("5242880");

        String path = "/api/v1/dead-letters/" + id(dead);
        Answer again =
                service.send(
                                service.request(path + "/retry", own.everywhere)
                                        .POST(HttpRequest.BodyPublishers.noBody()))
                        .found();
        assertThat(again.at("/bytes").asInt()).isEqualTo(5 << 20);
        assertThat(again.text("/problem/code")).isEqualTo("body.too-large");
        letters.dead(sent, other -> other.offset() != dead.offset());
    }

    @Test
    void where_an_outcome_cannot_say_all_that_is_against_a_record_it_says_that_there_is() {
        Random chance = new Random(1);
        Body session = Body.of();
        for (int number = 0; number < 1_000; number++) {
            session = session.with("n" + new BigInteger(160, chance).toString(36), 1);
        }

        String sent = letters.send(own.caseId, session.toString());

        JsonNode problem = letters.outcome(sent).at("/problem");
        assertThat(problem.path("code").asString()).isEqualTo("field.unknown");
        assertThat(problem.path("errors").isEmpty()).isTrue();
        assertThat(letters.dead(sent).value()).isNotEmpty();

        String few = letters.send(own.caseId, Body.of("mood", 1).toString());
        assertThat(letters.outcome(few).at("/problem/errors/0/pointer").asString())
                .isEqualTo("/mood");
    }

    @Test
    void a_page_of_dead_letters_has_no_more_than_fits_into_memory_and_none_is_left_out() {
        Set<String> sent = new HashSet<>();
        for (int number = 0; number < 24; number++) {
            sent.add(letters.send(own.caseId, random(900_000), System.currentTimeMillis()));
        }
        Set<String> dead = new HashSet<>();
        sent.forEach(each -> dead.add(id(letters.dead(each))));

        Set<String> listed = new HashSet<>();
        int pages = 0;
        @Nullable String cursor = "";
        while (cursor != null) {
            Answer page =
                    service.get("/api/v1/dead-letters?limit=1000" + cursor, own.everywhere).found();
            // Of larger ones the value is not there.
            assertThat(
                            page.at("/deadLetters").findValues("bytes").stream()
                                    .mapToInt(JsonNode::asInt)
                                    .filter(bytes -> bytes < 1 << 20)
                                    .sum())
                    .isLessThan((16 + 2) << 20);
            page.at("/deadLetters").forEach(letter -> listed.add(letter.path("id").asString()));
            pages++;
            cursor = page.at("/next").isNull() ? null : "&cursor=" + page.text("/next");
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(listed).containsAll(dead);
    }

    @Test
    void one_that_is_not_to_be_had_any_more_keeps_none_behind_it_from_being_sent_again()
            throws Exception {
        String gone = letters.send(own.caseId, random(5 << 20), System.currentTimeMillis());
        letters.dead(gone);
        List<String> behind = new ArrayList<>();
        for (String key : List.of(own.caseId, Story.id(), Story.id(), Story.id())) {
            behind.add(letters.send(key, "{"));
        }
        List<String> dead = behind.stream().map(each -> id(letters.dead(each))).toList();
        takeAwayAllSessions();

        assertThat(retryAll()).isEqualTo(1);

        for (int index = 0; index < dead.size(); index++) {
            String before = dead.get(index);
            letters.dead(behind.get(index), other -> !id(other).equals(before));
        }
        assertThat(
                        service.get(
                                        "/api/v1/dead-letters/" + id(letters.dead(gone)),
                                        own.everywhere)
                                .found()
                                .at("/retriedAt")
                                .isNull())
                .isTrue();
    }

    private static void takeAwayAllSessions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()))) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition(Letters.SESSIONS, 0),
                                    RecordsToDelete.beforeOffset(-1),
                                    new TopicPartition(Letters.SESSIONS, 1),
                                    RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
    }

    private static int retryAll() {
        return RefocusRecord.commandLine()
                .execute("dead-letters", "retry", "--all", "--data", service.data().toString());
    }

    /** No compression makes it smaller. */
    private static byte[] random(int bytes) {
        byte[] large = new byte[bytes];
        new Random(1).nextBytes(large);
        return large;
    }

    private static String id(ConsumerRecord<byte[], byte[]> dead) {
        return dead.partition() + "-" + dead.offset();
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
