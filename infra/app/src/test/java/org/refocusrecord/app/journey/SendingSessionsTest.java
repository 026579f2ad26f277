package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A clinical system sends sessions by Kafka. */
class SendingSessionsTest {

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    private final Story story = Story.begun(Letters.service());

    @Test
    void a_session_is_recorded_and_its_sender_gets_the_receipt() {
        Body session = session();

        JsonNode outcome = LETTERS.outcome(LETTERS.send(session));

        assertThat(outcome.path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(outcome.path("sessionId").asString()).isEqualTo(session.text("sessionId"));
        assertThat(outcome.path("problem").isNull()).isTrue();
        Answer receipt =
                story.service
                        .get(
                                "/api/v1/sessions/" + session.text("sessionId") + "/receipt",
                                story.system)
                        .found();
        assertThat(outcome.path("receipt")).isEqualTo(receipt.body());
    }

    @Test
    void it_is_posted_by_the_inbox() {
        Body session = session();
        LETTERS.outcome(LETTERS.send(session));

        Answer events =
                story.service
                        .get(
                                "/api/v1/cases/" + story.caseId + "/events",
                                story.auditor,
                                "Purpose",
                                "AUDIT")
                        .found();

        assertThat(events.text("/events/1/postedBy")).isEqualTo("kafka:sessions");
        assertThat(events.text("/events/1/recordedBy/id")).isEqualTo(story.worker);
    }

    @Test
    void a_session_that_was_posted_before_has_the_same_receipt_by_both_doors() {
        Body session = session();
        Answer posted = story.post(session).recorded();

        JsonNode outcome = LETTERS.outcome(LETTERS.send(session));

        assertThat(outcome.path("outcome").asString()).isEqualTo("REPEATED");
        assertThat(outcome.path("receipt")).isEqualTo(posted.body());
    }

    @Test
    void a_session_that_was_sent_before_is_a_repeat_at_the_other_door() {
        Body session = session();
        JsonNode sent = LETTERS.outcome(LETTERS.send(session));

        Answer posted = story.post(session).found();

        assertThat(posted.body()).isEqualTo(sent.path("receipt"));
    }

    @Test
    void a_record_that_comes_twice_is_recorded_once_and_told_of_twice() {
        Body session = session();
        String first = LETTERS.send(session);
        String second = LETTERS.send(session);

        JsonNode recorded = LETTERS.outcome(first);
        JsonNode repeated = LETTERS.outcome(second);

        assertThat(recorded.path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(repeated.path("outcome").asString()).isEqualTo("REPEATED");
        assertThat(repeated.path("receipt")).isEqualTo(recorded.path("receipt"));
    }

    @Test
    void other_content_under_its_id_is_refused() {
        Body session = session();
        LETTERS.outcome(LETTERS.send(session));

        JsonNode outcome = LETTERS.outcome(LETTERS.send(session.with("minutes", 51)));

        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(outcome.at("/problem/code").asString()).isEqualTo("session.content-differs");
        assertThat(outcome.at("/problem/errors/0/pointer").asString()).isEqualTo("/sessionId");
    }

    @Test
    void a_cloud_event_in_binary_mode_holds_a_session() {
        Body session = session();

        String sent =
                LETTERS.send(
                        story.caseId,
                        session.toString(),
                        Letters.header("ce_specversion", "1.0"),
                        Letters.header("ce_type", "org.refocusrecord.session.v1"),
                        Letters.header("ce_source", "/system"),
                        Letters.header("ce_id", "1"),
                        Letters.header("content-type", "application/json; charset=UTF-8"));

        assertThat(LETTERS.outcome(sent).path("outcome").asString()).isEqualTo("RECORDED");
    }

    @Test
    void a_cloud_event_in_structured_mode_holds_a_session_and_pointers_lead_into_it() {
        Body session = session();
        String sent =
                LETTERS.send(
                        story.caseId,
                        event("\"data\": " + session),
                        Letters.header("content-type", "application/cloudevents+json"));
        assertThat(LETTERS.outcome(sent).path("outcome").asString()).isEqualTo("RECORDED");

        String other =
                LETTERS.send(story.caseId, event("\"data\": " + session().with("minutes", 0)));
        assertThat(LETTERS.outcome(other).at("/problem/errors/0/pointer").asString())
                .isEqualTo("/data/minutes");

        byte[] alone = session().toString().getBytes(StandardCharsets.UTF_8);
        byte[] longest = Arrays.copyOf(alone, 1 << 20);
        Arrays.fill(longest, alone.length, longest.length, (byte) ' ');
        String coded =
                LETTERS.send(
                        story.caseId,
                        event(
                                "\"data_base64\": \""
                                        + Base64.getEncoder().encodeToString(longest)
                                        + "\""));
        assertThat(LETTERS.outcome(coded).path("outcome").asString()).isEqualTo("RECORDED");
    }

    @Test
    void the_outcome_bears_the_key_and_says_of_which_record_it_is() {
        String sent = LETTERS.send(session());

        ConsumerRecord<byte[], byte[]> outcome = LETTERS.outcomeRecord(sent);

        assertThat(new String(outcome.key(), StandardCharsets.UTF_8)).isEqualTo(story.caseId);
        assertThat(Letters.text(outcome, "kafka_dlt-original-topic")).isEqualTo(Letters.SESSIONS);
        assertThat(outcome.headers().lastHeader("kafka_dlt-original-offset")).isNotNull();
    }

    @Test
    void sessions_of_one_case_keep_their_order() {
        String goal = Story.id();
        String step = Story.id();
        LETTERS.send(
                story.session(
                        "2011-03-14T10:00:00Z",
                        Entries.goalSet(goal, Entries.verbatim("To cook again."))));
        LETTERS.send(
                story.session(
                        "2011-03-15T10:00:00Z", Entries.stepPlanned(goal, step, "SERVICE_USER")));
        String last =
                LETTERS.send(
                        story.session(
                                "2011-03-16T10:00:00Z", Entries.stepDone(step, "SERVICE_USER")));

        LETTERS.outcome(last);

        assertThat(LETTERS.outcomesHeard(last)).containsExactly("RECORDED");
    }

    private Body session() {
        return story.session(
                "2011-03-14T10:00:00Z",
                Entries.goalSet(Story.id(), Entries.verbatim("To cook for my family again.")));
    }

    private static String event(String data) {
        return """
        {"specversion": "1.0", "type": "org.refocusrecord.session.v1", "source": "/system", "id": "1",
         "datacontenttype": "application/json", %s}
        """
                .formatted(data);
    }
}
