package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.broker.TopicRead;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** An administrator sends many dead letters again at once. */
class SendingDeadLettersAgainTest {

    private static final String PATH = "/api/v1/dead-letters";
    private static final String UNKNOWN = "field.unknown";
    private static final String MISSING = "field.missing";

    @TempDir private static Path home;
    @AutoClose private static TestCluster brokers;
    @AutoClose private static DeadPile pile;
    @AutoClose private static Service service;
    private static Story story;

    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void with_a_service_of_its_own() throws IOException {
        brokers = TestCluster.of(1);
        pile = new DeadPile(brokers.bootstrapServers());
        service =
                Service.alone(
                        home.resolve("data"),
                        "--refocus.kafka.bootstrap-servers=" + brokers.bootstrapServers());
        story = Story.begun(service);
    }

    @BeforeEach
    void with_none_of_those_before() {
        pile.clear();
    }

    @Test
    void all_of_a_cause_go_page_by_page_in_the_order_of_each_key_and_never_twice() {
        Map<String, List<String>> laid = new HashMap<>();
        List<CompletableFuture<Void>> lying = new ArrayList<>();
        for (int number = 0; number < 2400; number++) {
            String key = "case-" + number % 20;
            String value = "{\"said\": " + number;
            // Of each key some are of either cause.
            boolean meant = number % 3 != 0;
            lying.add(pile.lay(key, value, meant ? UNKNOWN : MISSING, DeadPile.ELSEWHERE));
            if (meant) {
                laid.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
            }
        }
        lying.forEach(CompletableFuture::join);

        assertThat(call("list", "--cause", UNKNOWN)).isEqualTo(1);
        assertThat(call("retry", "--all", "--cause", UNKNOWN)).isEqualTo(0);

        assertThat(pile.valuesElsewhere()).isEqualTo(laid);
        assertThat(pile.sentElsewhere()).isEqualTo(1600);
        assertThat(call("list", "--cause", UNKNOWN)).isEqualTo(0);
        assertThat(call("list")).isEqualTo(1);

        assertThat(call("retry", "--all", "--cause", UNKNOWN)).isEqualTo(0);

        assertThat(pile.sentElsewhere()).isEqualTo(1600);

        assertThat(call("retry", "--all")).isEqualTo(0);

        assertThat(pile.sentElsewhere()).isEqualTo(2400);
        assertThat(call("list")).isEqualTo(0);
    }

    @Test
    void those_of_a_cause_fill_a_page_however_many_others_lie_between() {
        for (int number = 0; number < 300; number++) {
            pile.lay("case-1", "{", number % 100 == 99 ? MISSING : UNKNOWN, DeadPile.ELSEWHERE)
                    .join();
        }

        Answer page =
                service.get(PATH + "?cause=" + MISSING + "&limit=3", story.everywhere).found();

        assertThat(page.at("/deadLetters").findValuesAsString("cause"))
                .containsExactly(MISSING, MISSING, MISSING);
        assertThat(page.at("/next").isNull()).isTrue();
    }

    @Test
    void one_that_is_dead_again_at_once_is_not_sent_for_ever() {
        for (int number = 0; number < 60; number++) {
            pile.lay("case-" + number % 7, "{", "json.not-readable", Letters.SESSIONS).join();
        }

        List<JsonNode> pages = retriedPageByPage("?limit=7");

        assertThat(pages).hasSizeGreaterThan(8);
        assertThat(pages.stream().mapToInt(page -> page.path("retried").size()).sum())
                .isEqualTo(60);
        assertThat(pages.stream().map(page -> page.path("ahead").asLong()).toList())
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .endsWith(0L);
        assertThat(pages.stream().flatMap(page -> ids(page.path("retried"))).distinct())
                .hasSize(60);
    }

    @Test
    void what_has_nowhere_to_go_keeps_none_behind_it_and_is_told() {
        pile.lay("case-1", "{", UNKNOWN, "a-topic-that-is-gone").join();
        pile.lay("case-1", "{", UNKNOWN, "no topic at all").join();
        pile.lay(
                        "case-1",
                        "",
                        UNKNOWN,
                        DeadPile.ELSEWHERE,
                        Letters.header("refocus_bytes-left-behind", "5242880"))
                .join();
        pile.lay("case-1", "{", UNKNOWN, DeadPile.ELSEWHERE).join();

        Answer page = retry("").found();

        assertThat(page.at("/retried").size()).isEqualTo(1);
        assertThat(page.at("/left").findValuesAsString("code"))
                .containsExactly(
                        "dead-letter.not-taken", "dead-letter.unknown", "dead-letter.unknown");
        assertThat(page.text("/left/0/detail"))
                .isEqualTo(
                        "The topic a-topic-that-is-gone is not there, or the service may not see"
                                + " it.");
        assertThat(page.at("/left/1/detail").isNull()).isTrue();
        assertThat(pile.sentElsewhere()).isEqualTo(1);
        assertThat(call("retry", "--all")).isEqualTo(1);
        assertThat(pile.sentElsewhere()).isEqualTo(1);
        for (String id : page.at("/left").findValuesAsString("id")) {
            assertThat(
                            service.get(PATH + "/" + id, story.everywhere)
                                    .found()
                                    .at("/retriedAt")
                                    .isNull())
                    .isTrue();
        }
    }

    @Test
    void one_that_is_too_large_by_now_for_where_it_came_from_keeps_none_behind_it() {
        byte[] random = new byte[40_000];
        new Random(1).nextBytes(random);
        String large = HexFormat.of().formatHex(random);
        for (String value : List.of("{1", large, "{2")) {
            pile.lay("case-1", value, UNKNOWN, DeadPile.ELSEWHERE).join();
        }
        pile.takeShortOnes(20_000);

        Answer page = retry("").found();

        assertThat(page.at("/left").findValuesAsString("code"))
                .containsExactly("dead-letter.not-taken");
        String id = page.text("/left/0/id");
        String why =
                "The topic sessions-of-old takes no records as large as this one: its sender has to"
                        + " send smaller ones.";
        assertThat(page.text("/left/0/detail")).isEqualTo(why);
        Answer alone = retry("/" + id, "");
        alone.refused(409, "dead-letter.not-taken ");
        assertThat(alone.text("/errors/0/message")).isEqualTo(why);
        assertThat(call("retry", id)).isEqualTo(1);
        assertThat(pile.valuesElsewhere()).containsEntry("case-1", List.of("{1", "{2"));
        pile.takeShortOnes(1 << 20);
        assertThat(call("retry", "--all")).isEqualTo(0);
        assertThat(pile.valuesElsewhere()).containsEntry("case-1", List.of("{1", "{2", large));
    }

    @Test
    void those_of_a_time_that_where_they_came_from_takes_no_more_keep_none_behind_them() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        pile.lay(longAgo, "case-1", "{1", UNKNOWN, DeadPile.ELSEWHERE).join();
        for (String young : List.of("{2", "{3")) {
            pile.lay("case-1", young, UNKNOWN, DeadPile.ELSEWHERE).join();
        }
        pile.lay(longAgo, "case-1", "{4", UNKNOWN, DeadPile.ELSEWHERE).join();
        pile.takeYoungOnes(Duration.ofDays(1).toMillis());

        Answer page = retry("").found();

        assertThat(page.at("/left").findValuesAsString("detail"))
                .hasSize(2)
                .containsOnly(
                        "The topic sessions-of-old takes no records of its time, or without a"
                                + " key.");
        assertThat(pile.valuesElsewhere()).containsEntry("case-1", List.of("{2", "{3"));
        pile.takeYoungOnes(Long.MAX_VALUE);
        assertThat(call("retry", "--all")).isEqualTo(0);
        assertThat(pile.valuesElsewhere()).containsEntry("case-1", List.of("{2", "{3", "{1", "{4"));
    }

    @Test
    void of_one_that_another_wrote_no_word_is_repeated_that_is_no_code_and_no_name_of_a_topic() {
        for (String from : List.of("Sam's own words", "..", "")) {
            pile.lay("case-1", "{", "and Sam's", from).join();
        }

        Answer page = service.get(PATH, story.everywhere).found();

        assertThat(page.at("/deadLetters").size()).isEqualTo(3);
        assertThat(page.asText()).doesNotContain("Sam", "..");
        for (JsonNode letter : page.at("/deadLetters")) {
            assertThat(letter.path("cause").asString()).isEmpty();
            assertThat(letter.at("/source/topic").asString()).isEmpty();
            retry("/" + letter.path("id").asString(), "").refused(404, "dead-letter.unknown ");
        }
        assertThat(call("retry", "--all")).isEqualTo(1);
    }

    @Test
    void one_whose_value_stayed_on_a_topic_that_was_made_anew_since_is_no_other() {
        String anew = "a-topic-made-anew";
        pile.fill(anew, 18, "case-1", "{");
        // Of another time than what lies there now: both may be sent within one millisecond.
        Instant earlier = Instant.now().minusSeconds(1);
        Header left = Letters.header("refocus_bytes-left-behind", "1");
        pile.lay(earlier, "case-1", "", UNKNOWN, anew, left).join();

        Answer page = retry("").found();

        assertThat(page.at("/left").findValuesAsString("code"))
                .containsExactly("dead-letter.unknown");
        assertThat(call("retry", page.text("/left/0/id"))).isEqualTo(1);
        assertThat(TopicRead.of(brokers.bootstrapServers(), anew).records()).hasSize(18);
    }

    @Test
    void a_cause_is_a_code_and_whoever_mistypes_it_is_told_where_they_are() {
        for (String path : List.of(PATH, PATH + "/retry")) {
            var request = service.request(path + "?cause=field.unkown", story.everywhere);
            service.send(path.equals(PATH) ? request : request.POST(BodyPublishers.noBody()))
                    .refused(400, "value.not-allowed /cause");
        }
        for (String[] call :
                new String[][] {
                    {"list", "--cause", "field.unkown"},
                    {"retry", "--all", "--cause", "field.unkown"}
                }) {
            assertThat(call(call)).isEqualTo(2);
            assertThat(said.toString()).contains("'field.unkown'", "the list", "/problems");
        }
    }

    @Test
    void ids_and_all_are_one_or_the_other() {
        assertThat(call("retry", "--all", "0-0")).isEqualTo(2);
        assertThat(said.toString()).contains("one or the other");
        assertThat(call("retry", "0-0", "--cause", UNKNOWN)).isEqualTo(2);
        assertThat(call("retry")).isEqualTo(2);
        assertThat(said.toString()).contains("Say which ones, or --all.");
    }

    @Test
    void a_cursor_of_another_question_is_none() {
        for (int number = 0; number < 3; number++) {
            pile.lay("case-1", "{", UNKNOWN, DeadPile.ELSEWHERE).join();
        }
        String next = retry("?limit=1").found().text("/next");

        retry("?limit=1&cause=" + UNKNOWN + "&cursor=" + next)
                .refused(400, "cursor.not-readable /cursor");
        assertThat(pile.sentElsewhere()).isEqualTo(1);
    }

    @Test
    void they_are_the_administrators_alone() {
        for (String token :
                List.of(story.admin, story.system, story.auditor, story.staff, story.self)) {
            service.send(service.request(PATH + "/retry", token).POST(BodyPublishers.noBody()))
                    .refused(403, "role.not-enough ");
        }
    }

    private static List<JsonNode> retriedPageByPage(String query) {
        List<JsonNode> pages = new ArrayList<>();
        String next = "";
        do {
            pages.add(retry(query + next).found().body());
            JsonNode cursor = pages.getLast().path("next");
            next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
        } while (!next.isEmpty());
        return pages;
    }

    private static Stream<String> ids(JsonNode array) {
        return array.valueStream().map(JsonNode::asString);
    }

    private static Answer retry(String query) {
        return retry("", query);
    }

    private static Answer retry(String which, String query) {
        return service.send(
                service.request(PATH + which + "/retry" + query, story.everywhere)
                        .POST(BodyPublishers.noBody()));
    }

    private int call(String... arguments) {
        CommandLine line = RefocusRecord.commandLine().setErr(new PrintWriter(said, true));
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", service.data().toString()));
        return line.execute(all.toArray(String[]::new));
    }
}
