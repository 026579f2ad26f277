package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What comes by Kafka and cannot be recorded is told its sender, and stands in nobody's way. */
class RefusingRecordsTest {

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    private static final String SECRET = "To cook for my family again.";

    private final Story story = Story.begun(Letters.service());

    @Test
    void json_that_was_cut_off() {
        String session = session().toString();
        isDead("json.not-readable", "", session.substring(0, session.length() / 2));
    }

    @Test
    void bytes_that_are_no_text() {
        String sent = LETTERS.send(story.caseId, new byte[] {(byte) 0xff, 0, 1, 2}, now());
        assertThat(LETTERS.outcome(sent).at("/problem/code").asString())
                .isEqualTo("json.not-readable");
        assertThat(LETTERS.dead(sent).value()).containsExactly(0xff, 0, 1, 2);
    }

    @Test
    void no_value_at_all() {
        String sent = LETTERS.send(story.caseId, (String) null);
        assertThat(LETTERS.outcome(sent).at("/problem/code").asString())
                .isEqualTo("json.not-readable");
        assertThat(LETTERS.dead(sent).value()).isNull();
    }

    @Test
    void a_value_that_is_no_object() {
        isDead("field.wrong-type", "", "[1, 2]");
    }

    @Test
    void another_schema() {
        isDead("field.unknown", "/mood", session().with("mood", "good").toString());
        isDead("field.missing", "/sessionId", session().without("sessionId").toString());
        isDead("field.wrong-type", "/minutes", session().with("minutes", "50").toString());
        isDead(
                "json.key-twice",
                "/minutes",
                session().toString().replace("\"minutes\":50", "\"minutes\":50,\"minutes\":50"));
    }

    @Test
    void an_event_of_another_type() {
        isDead(
                "value.not-allowed",
                "/ce_type",
                session().toString(),
                headers("org.other.thing.v1"));
        isDead(
                "value.not-allowed",
                "/ce_specversion",
                session().toString(),
                Letters.header("ce_specversion", "0.3"));
        isDead(
                "value.not-allowed",
                "/specversion",
                "{\"specversion\": \"0.3\", \"type\": \"org.refocusrecord.session.v1\", \"data\":"
                        + " {}}");
        isDead("field.missing", "/data", event(""));
    }

    @Test
    void an_event_whose_session_is_not_to_be_found_or_not_to_be_read() {
        isDead("value.not-allowed", "/data_base64", event(", 'data': {}, 'data_base64': 'e30='"));
        isDead("field.wrong-type", "/data_base64", event(", 'data_base64': 'e3*'"));
        isDead("json.not-readable", "/data_base64", event(", 'data_base64': 'ew=='"));
        isDead(
                "body.not-json",
                "/datacontenttype",
                event(", 'datacontenttype': 'text/xml', 'data': {}"));
    }

    @Test
    void a_fault_says_what_is_wanted_in_its_place() {
        String other = LETTERS.send(story.caseId, "{}", headers("org.other.thing.v1"));
        assertThat(message(other)).contains("org.refocusrecord.session.v1");
        String xml = LETTERS.send(story.caseId, "{}", Letters.header("content-type", "text/xml"));
        assertThat(message(xml)).contains("application/json", "application/cloudevents+json");
    }

    @Test
    void another_media_type() {
        isDead(
                "body.not-json",
                "/content-type",
                session().toString(),
                Letters.header("content-type", "application/xml"));
        isDead(
                "body.not-json",
                "/content-type",
                session().toString(),
                Letters.header("content-type", "application/jsonx; charset=utf-8"));
        isDead(
                "body.not-json",
                "/content-type",
                session().toString(),
                Letters.header("content-type", "application/json; charset=utf-16"));
    }

    @Test
    void what_a_content_type_says_is_wrapped_is_read_so_whatever_its_headers_say() {
        String wrapped =
                LETTERS.send(
                        story.caseId,
                        event(", 'data': " + session()),
                        Letters.header("content-type", "application/cloudevents+json"),
                        Letters.header("ce_specversion", "1.0"),
                        Letters.header("ce_type", "org.other.thing.v1"));

        assertThat(LETTERS.outcome(wrapped).path("outcome").asString()).isEqualTo("RECORDED");
        isDead(
                "body.not-json",
                "/content-type",
                event(", 'data': {}"),
                Letters.header("content-type", "application/cloudevents-batch+json"),
                Letters.header("ce_specversion", "1.0"));
    }

    /** Outcomes are read by others than who sent the record. */
    @Test
    void what_was_sent_as_a_name_and_can_be_none_is_not_repeated() {
        for (String name : List.of(SECRET, "9434765919", "x".repeat(41), "a/b", "", "\u00e9")) {
            isDead("field.unknown", "", session().with(name, 1).toString());
            Body entry = Entries.goalSet(Story.id(), Entries.verbatim(SECRET)).with(name, 1);
            isDead(
                    "field.unknown",
                    "/entries/0",
                    story.session("2011-03-14T10:00:00Z", entry).toString());
        }
        isDead("field.unknown", "/hapenedAt", session().with("hapenedAt", 1).toString());
    }

    @Test
    void another_key_than_the_case() {
        String wrong = LETTERS.send(Story.id(), session().toString());
        assertThat(fault(LETTERS.outcome(wrong))).isEqualTo("value.not-allowed /caseId");
        String none = LETTERS.send(null, session().toString());
        assertThat(fault(LETTERS.outcome(none))).isEqualTo("value.not-allowed /caseId");
    }

    @Test
    void a_record_that_is_larger_than_a_session_may_be() {
        byte[] large = new byte[1_500_000];
        Arrays.fill(large, (byte) ' ');
        String sent = LETTERS.send(story.caseId, large, now());

        assertThat(LETTERS.outcome(sent).at("/problem/code").asString())
                .isEqualTo("body.too-large");
        assertThat(LETTERS.dead(sent).value()).hasSize(1_500_000);
    }

    @Test
    void a_key_that_is_far_too_long_for_one() {
        String sent = LETTERS.send("k".repeat(5_000), session().toString());

        assertThat(fault(LETTERS.outcome(sent))).isEqualTo("value.not-allowed /caseId");
        assertThat(LETTERS.outcomeRecord(sent).key()).isNull();
        assertThat(LETTERS.dead(sent).key()).hasSize(5_000);
    }

    @Test
    void a_rules_refusal_is_an_outcome_and_no_dead_letter() {
        String step = Story.id();
        String sent =
                LETTERS.send(
                        story.session("2011-03-14T10:00:00Z", Entries.stepDone(step, "CARER"))
                                .with("lateReason", null));
        JsonNode outcome = LETTERS.outcome(sent);
        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(outcome.at("/problem/status").asInt()).isEqualTo(422);

        // Of the same partition, and after it: had there been a dead letter, it would have come
        // first.
        String next = LETTERS.send(story.caseId, "{");
        LETTERS.dead(next);
        assertThat(LETTERS.isDead(sent)).isFalse();
    }

    @Test
    void what_stands_behind_it_goes_on() {
        for (int times = 0; times < 20; times++) {
            LETTERS.send(story.caseId, "{\"no\": " + times);
        }
        String session = LETTERS.send(session());
        assertThat(LETTERS.outcome(session).path("outcome").asString()).isEqualTo("RECORDED");
    }

    @Test
    void a_dead_letter_is_as_it_came_and_says_from_where_and_why_without_a_word_of_it() {
        String value = session().with("mood", SECRET).toString();
        String sent = LETTERS.send(story.caseId, value, Letters.header("of-the-sender", "x"));

        ConsumerRecord<byte[], byte[]> dead = LETTERS.dead(sent);

        assertThat(new String(dead.value(), UTF_8)).isEqualTo(value);
        assertThat(new String(dead.key(), UTF_8)).isEqualTo(story.caseId);
        assertThat(Letters.text(dead, "of-the-sender")).isEqualTo("x");
        assertThat(Letters.text(dead, "refocus_cause")).isEqualTo("field.unknown");
        assertThat(Letters.text(dead, "kafka_dlt-original-topic")).isEqualTo(Letters.SESSIONS);
        for (Header header : dead.headers()) {
            assertThat(new String(header.value(), UTF_8)).doesNotContain("cook");
        }
        assertThat(LETTERS.outcome(sent).toString()).doesNotContain("cook");
    }

    @Test
    void what_counts_as_late_is_told_by_when_it_was_sent() {
        Instant meeting = Instant.now().minus(Duration.ofDays(20));
        Body session = lateOne(meeting);
        long nextDay = meeting.plus(Duration.ofDays(1)).toEpochMilli();
        long nextWeek = meeting.plus(Duration.ofDays(7)).toEpochMilli();

        String late = LETTERS.send(story.caseId, bytes(session), nextWeek);
        assertThat(fault(LETTERS.outcome(late))).isEqualTo("late.reason-missing /lateReason");
        String inTime = LETTERS.send(story.caseId, bytes(session), nextDay);
        assertThat(LETTERS.outcome(inTime).path("outcome").asString()).isEqualTo("RECORDED");
    }

    private Body lateOne(Instant meeting) {
        return story.session(
                        meeting.toString().substring(0, 19) + "Z",
                        Entries.goalSet(Story.id(), Entries.verbatim(SECRET)))
                .without("lateReason");
    }

    @Test
    void a_clock_that_stands_long_before_the_meeting_makes_nobody_in_time() {
        Instant meeting = Instant.now().minus(Duration.ofDays(20));
        Body session = lateOne(meeting);
        long daysBefore = meeting.minus(Duration.ofDays(2)).toEpochMilli();
        long hoursBefore = meeting.minus(Duration.ofHours(2)).toEpochMilli();

        for (long wrong : List.of(0L, daysBefore)) {
            String sent = LETTERS.send(story.caseId, bytes(session), wrong);
            assertThat(fault(LETTERS.outcome(sent))).isEqualTo("late.reason-missing /lateReason");
        }
        String slow = LETTERS.send(story.caseId, bytes(session), hoursBefore);
        assertThat(LETTERS.outcome(slow).path("outcome").asString()).isEqualTo("RECORDED");
    }

    @Test
    void nobody_meets_in_the_future_whatever_the_record_says_of_its_own_time() {
        // Brokers take a record that is up to an hour ahead.
        Instant meeting = Instant.now().plus(Duration.ofMinutes(20));
        Body session = session().with("occurredAt", meeting.toString().substring(0, 19) + "Z");

        String sent =
                LETTERS.send(
                        story.caseId,
                        bytes(session),
                        meeting.plus(Duration.ofMinutes(20)).toEpochMilli());

        assertThat(fault(LETTERS.outcome(sent))).isEqualTo("time.in-future /occurredAt");
    }

    private static byte[] bytes(Body session) {
        return session.toString().getBytes(UTF_8);
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    private Body session() {
        return story.session(
                "2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), Entries.verbatim(SECRET)));
    }

    /** A structured event of a session, with what else stands in it. */
    private static String event(String more) {
        return "{'specversion': '1.0', 'type': 'org.refocusrecord.session.v1'%s}"
                .formatted(more)
                .replace('\'', '"');
    }

    private static String message(String sent) {
        return LETTERS.outcome(sent).at("/problem/errors/0/message").asString();
    }

    private static Header[] headers(String type) {
        return new Header[] {
            Letters.header("ce_specversion", "1.0"),
            Letters.header("ce_type", type),
            Letters.header("ce_source", "/system"),
            Letters.header("ce_id", "1")
        };
    }

    private void isDead(String code, String pointer, @Nullable String value, Header... headers) {
        String sent = LETTERS.send(story.caseId, value, headers);

        JsonNode outcome = LETTERS.outcome(sent);

        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(fault(outcome)).isEqualTo(code + " " + pointer);
        assertThat(Letters.text(LETTERS.dead(sent), "refocus_cause")).isEqualTo(code);
    }

    private static String fault(JsonNode outcome) {
        JsonNode first = outcome.at("/problem/errors/0");
        return first.path("code").asString() + " " + first.path("pointer").asString();
    }
}
