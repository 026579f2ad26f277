package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.testkit.broker.Correspondent;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** An administrator of all trusts looks after records that could not be read. */
class LookingAfterDeadLettersTest {

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    private static final String PATH = "/api/v1/dead-letters";
    private static final String SECRET = "To cook for my family again.";

    private final Story story = Story.begun(Letters.service());

    @Test
    void he_sees_where_each_came_from_and_why_it_is_there_and_no_word_of_it() {
        ConsumerRecord<byte[], byte[]> dead =
                dead("{\"said\": \"%s\", \"%s\": 1}".formatted(SECRET, SECRET));

        Answer shown = story.service.get(path(dead), story.everywhere).found();

        assertThat(shown.text("/cause")).isEqualTo("field.unknown");
        assertThat(shown.text("/caseId")).isEqualTo(story.caseId);
        assertThat(shown.text("/source/topic")).isEqualTo(Letters.SESSIONS);
        assertThat(shown.at("/bytes").asInt()).isEqualTo(dead.value().length);
        assertThat(shown.at("/retriedAt").isNull()).isTrue();
        assertThat(shown.asText()).doesNotContain("cook");
    }

    @Test
    void he_is_told_all_that_is_against_its_form_and_where() {
        ConsumerRecord<byte[], byte[]> dead =
                dead("{\"caseId\": \"%s\", \"said\": 1}".formatted(story.caseId));

        Answer shown = story.service.get(path(dead), story.everywhere).found();

        assertThat(shown.at("/problem/errors").findValuesAsString("pointer"))
                .contains("/said", "/sessionId", "/occurredAt");
        assertThat(shown.at("/problem/errors").findValuesAsString("code"))
                .contains("field.unknown", "field.missing");
    }

    @Test
    void so_he_is_of_what_is_no_json_and_of_another_key_than_that_of_its_case() {
        ConsumerRecord<byte[], byte[]> noJson = dead("{\"said\": ");
        ConsumerRecord<byte[], byte[]> otherKey =
                LETTERS.dead(
                        LETTERS.send(Story.id(), story.session("2011-03-15T10:00:00Z").toString()));

        assertThat(shown(noJson).text("/problem/code")).isEqualTo("json.not-readable");
        assertThat(shown(otherKey).text("/problem/errors/0/pointer")).isEqualTo("/caseId");
    }

    private Answer shown(ConsumerRecord<byte[], byte[]> dead) {
        return story.service.get(path(dead), story.everywhere).found();
    }

    @Test
    void what_a_sender_says_under_names_of_the_programs_own_is_not_taken_for_its_own() {
        String sent =
                LETTERS.send(
                        story.caseId,
                        "{",
                        Letters.header("refocus_cause", "none"),
                        Letters.header("refocus_bytes-left-behind", "many"),
                        Letters.header("kafka_dlt-original-offset", "17"));
        ConsumerRecord<byte[], byte[]> dead = LETTERS.dead(sent);

        Answer shown = shown(dead);

        assertThat(shown.text("/cause")).isEqualTo("json.not-readable");
        assertThat(shown.at("/bytes").asInt()).isEqualTo(1);
        assertThat(dead.headers().headers("refocus_bytes-left-behind")).isEmpty();
        story.service.get(PATH, story.everywhere).found();
    }

    @Test
    void he_pages_through_them() {
        for (int times = 0; times < 5; times++) {
            dead("{");
        }
        String next = "?limit=2";
        int seen = 0;
        while (!next.isEmpty()) {
            Answer page = story.service.get(PATH + next, story.everywhere).found();
            assertThat(page.at("/deadLetters").size()).isLessThanOrEqualTo(2);
            seen += page.at("/deadLetters").size();
            next = page.at("/next").isNull() ? "" : "?limit=2&cursor=" + page.text("/next");
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    @Test
    void one_that_is_sent_again_comes_as_it_came_and_has_its_outcome_as_any_other() {
        ConsumerRecord<byte[], byte[]> dead = dead("{\"said\": \"" + SECRET + "\"}");
        String correlation = Correspondent.text(dead, Correspondent.CORRELATION);

        Answer retried = retry(path(dead)).found();

        assertThat(retried.at("/retriedAt").isString()).isTrue();
        ConsumerRecord<byte[], byte[]> again =
                LETTERS.dead(correlation, found -> !at(found).equals(at(dead)));
        assertThat(again.value()).isEqualTo(dead.value());
        assertThat(again.key()).isEqualTo(dead.key());
        assertThat(Letters.text(again, "kafka_dlt-original-topic")).isEqualTo(Letters.SESSIONS);
        assertThat(again.headers().toArray()).hasSameSizeAs(dead.headers().toArray());
    }

    @Test
    void of_a_session_sent_again_nothing_is_doubled() {
        Body session =
                story.session(
                        "2011-03-14T10:00:00Z",
                        Entries.goalSet(Story.id(), Entries.verbatim(SECRET)));
        // Dead for its media type alone; posted since by the other door.
        String sent =
                LETTERS.send(
                        story.caseId,
                        session.toString(),
                        Letters.header("content-type", "text/plain"));
        ConsumerRecord<byte[], byte[]> dead = LETTERS.dead(sent);
        story.post(session).recorded();

        retry(path(dead)).found();

        JsonNode outcome = LETTERS.outcome(sent);
        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(story.post(session).found().header("Repeated")).isEqualTo("true");
    }

    @Test
    void there_is_none_where_none_lies() {
        for (String id : new String[] {"0-999999999", "99-0", "x", "1", "-1-0", "0-01"}) {
            story.service
                    .get(PATH + "/" + id, story.everywhere)
                    .refused(404, "dead-letter.unknown ");
            retry(PATH + "/" + id).refused(404, "dead-letter.unknown ");
        }
    }

    @Test
    void they_are_those_alone_of_an_administrator_of_all_trusts() {
        String path = path(dead("{"));
        for (String token :
                List.of(story.admin, story.system, story.auditor, story.staff, story.self)) {
            story.service.get(PATH, token).refused(403, "role.not-enough ");
            story.service.get(path, token).refused(403, "role.not-enough ");
            for (String again : List.of(PATH, path)) {
                retry(again, token).refused(403, "role.not-enough ");
            }
        }
        assertThat(story.service.get(path, story.everywhere).found().at("/retriedAt").isNull())
                .isTrue();
    }

    private Answer retry(String path) {
        return retry(path, story.everywhere);
    }

    private Answer retry(String path, String token) {
        return story.service.send(
                story.service.request(path + "/retry", token).POST(BodyPublishers.noBody()));
    }

    private ConsumerRecord<byte[], byte[]> dead(String value) {
        return LETTERS.dead(LETTERS.send(story.caseId, value));
    }

    private static String path(ConsumerRecord<byte[], byte[]> dead) {
        return PATH + "/" + at(dead);
    }

    private static String at(ConsumerRecord<byte[], byte[]> dead) {
        return dead.partition() + "-" + dead.offset();
    }
}
