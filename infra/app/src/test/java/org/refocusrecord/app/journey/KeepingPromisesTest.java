package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.app.contracts.Promises;
import org.refocusrecord.app.contracts.Promises.Verdict;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Whatever lies on the topics is as the document says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingPromisesTest {

    private static final String EVENTS = "refocus.events.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Promises PROMISES = Promises.today();

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    @AutoClose
    private static final Correspondent HEARING =
            new Correspondent(
                    TestCluster.shared().bootstrapServers(),
                    Letters.SESSIONS,
                    Letters.OUTCOMES,
                    Letters.DEAD,
                    EVENTS);

    private static final Story STORY = Story.begun(Letters.service());
    private static final Body GOAL_SET = Entries.goalSet(Story.id(), "To cook again.");

    /** The correlation ids of what was sent. */
    private static final List<String> READABLE = new ArrayList<>();

    private static final List<String> NOT_READABLE = new ArrayList<>();

    @BeforeAll
    static void much_is_sent_and_recorded() {
        String early =
                readable(
                        STORY.session(
                                        "2011-03-15T10:00:00Z",
                                        Entries.stepPlanned(
                                                GOAL_SET.text("goalId"), Story.id(), "STAFF"))
                                .toString());
        LETTERS.waiting(early);
        Body first = STORY.session("2011-03-14T10:00:00Z", GOAL_SET);
        becomes("RECORDED", readable(first.toString()));
        becomes("RECORDED", early);
        becomes("REPEATED", readable(first.toString()));
        becomes("REFUSED", readable(first.with("minutes", 51).toString()));
        becomes("RECORDED", readable(EveryKind.session(STORY).toString()));
        becomes(
                "RECORDED",
                readable(
                        another().toString(),
                        Letters.header("ce_specversion", "1.0"),
                        Letters.header("ce_type", "org.refocusrecord.session.v1"),
                        Letters.header("ce_source", "/system"),
                        Letters.header("ce_id", "1")));
        becomes("RECORDED", readable(event("data", another().toString())));
        String coded = Base64.getEncoder().encodeToString(another().toString().getBytes(UTF_8));
        becomes("RECORDED", readable(event("data_base64", '"' + coded + '"')));

        notReadable(STORY.caseId, "{");
        notReadable(null, "[]");
        notReadable(STORY.caseId, null);
        notReadable(STORY.caseId, another().with("colour", "red").toString());
        notReadable(STORY.caseId, another().without("occurredAt").toString());
        notReadable(STORY.caseId, another().with("minutes", "50").toString());

        EveryCommand.given(STORY, GOAL_SET);
    }

    private static String readable(String session, Header... headers) {
        String correlation = LETTERS.send(STORY.caseId, session, headers);
        READABLE.add(correlation);
        return correlation;
    }

    private static void becomes(String outcome, String correlation) {
        assertThat(LETTERS.outcome(correlation).path("outcome").asString()).isEqualTo(outcome);
    }

    private static void notReadable(@Nullable String key, @Nullable String value) {
        NOT_READABLE.add(LETTERS.send(key, value));
    }

    private static Body another() {
        return STORY.session("2011-03-16T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
    }

    private static String event(String member, String data) {
        return """
        {"specversion": "1.0", "type": "org.refocusrecord.session.v1", "source": "/system", "id": "1",
         "datacontenttype": "application/json", "%s": %s}
        """
                .formatted(member, data);
    }

    @Test
    void every_kind_of_event_comes_as_its_message_says() {
        for (String message : PROMISES.messagesOn(EVENTS)) {
            ConsumerRecord<byte[], byte[]> event =
                    heard(EVENTS, message, record -> message.equals(kindOf(record)));
            assertThat(PROMISES.judge(event)).isEqualTo(new Verdict(message, List.of()));
        }
    }

    private static String kindOf(ConsumerRecord<byte[], byte[]> event) {
        return Letters.text(event, "ce_subject").replaceFirst("/.*", ".")
                + Letters.text(event, "ce_type").replaceFirst("^org\\.refocusrecord\\.", "");
    }

    @Test
    void every_session_that_was_understood_is_as_one_of_its_messages_says() {
        Set<String> messages = new HashSet<>();
        for (String correlation : READABLE) {
            Verdict verdict = PROMISES.judge(heardOf(correlation, Letters.SESSIONS));
            assertThat(verdict.faults()).isEmpty();
            messages.add(verdict.message());
        }
        assertThat(messages).isEqualTo(PROMISES.messagesOn(Letters.SESSIONS));
    }

    @Test
    void what_could_not_be_read_is_as_none_of_them_says() {
        for (String correlation : NOT_READABLE) {
            ConsumerRecord<byte[], byte[]> sent = heardOf(correlation, Letters.SESSIONS);
            assertThat(PROMISES.judge(sent).faults()).as(sent.toString()).isNotEmpty();
        }
    }

    @Test
    void whatever_was_told_of_them_is_as_its_message_says() {
        READABLE.forEach(correlation -> heardOf(correlation, Letters.OUTCOMES));
        NOT_READABLE.forEach(correlation -> heardOf(correlation, Letters.OUTCOMES));
        NOT_READABLE.forEach(correlation -> heardOf(correlation, Letters.DEAD));
        for (ConsumerRecord<byte[], byte[]> record : HEARING.heard()) {
            if (!record.topic().equals(Letters.SESSIONS)) {
                assertThat(PROMISES.judge(record).faults()).as(record.toString()).isEmpty();
            }
        }
    }

    private static ConsumerRecord<byte[], byte[]> heardOf(String correlation, String topic) {
        return heard(
                topic,
                correlation,
                record -> Letters.text(record, Correspondent.CORRELATION).equals(correlation));
    }

    private static ConsumerRecord<byte[], byte[]> heard(
            String topic, String what, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return HEARING.await(topic, wanted, PATIENCE)
                .orElseThrow(() -> new AssertionError("no " + what + " on " + topic));
    }
}
