package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.json.PayloadBytes;
import org.refocusrecord.eventlog.store.EventRow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payloads leave as they are stored, but for texts and for answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingPayloadsTest {

    @AutoClose private static final LogToSend LOG = new LogToSend();

    private static final String WORDS =
            """
            {"c":"AAAA","d":"00ff","lang":"en","n":0,"sharing":"TEAM",\
            "statedBy":{"id":"p","party":"SERVICE_USER"},"wording":"VERBATIM"}\
            """;
    private static final String WITHHELD =
            """
            {"lang":"en","sharing":"TEAM","statedBy":{"id":"p","party":"SERVICE_USER"},\
            "text":null,"withheld":"PURPOSE","wording":"VERBATIM"}\
            """;
    private static final String ANSWERS =
            "{\"items\":{\"R1\":4,\"S1\":\"DECLINED\"},\"salt\":\"00\"}";

    private final SentPayload payloads = new SentPayload(LOG.reads);

    private String sent(String type, String stored) {
        return sent("case/none", type, stored);
    }

    private String sent(String stream, String type, String stored) {
        // In the midst of other bytes, as a row comes.
        byte[] bytes = ("<<" + stored + ">>").getBytes(UTF_8);
        EventRow row =
                new EventRow(
                        1,
                        stream,
                        0,
                        new UUID(7, 7),
                        type,
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "account",
                        "STAFF/1",
                        new UUID(6, 6),
                        new PayloadBytes(bytes, 2, bytes.length - 4));
        return new String(payloads.of(row, Showing.NONE), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[],\"b\":{},\"c\":[1,-2.5,1e+21,null,true,false]}",
                "{\"a\":\"\\\"d\\\":\\\\\",\"b\":\"ä → 𝄞\"}",
                "{\"c\":\"x\",\"d\":1,\"n\":0}",
                "{\"from\":\"2012-05-01\",\"to\":null}",
                "{\"items\":{\"a\":1}}"
            })
    void what_holds_no_text_and_no_answers_leaves_byte_by_byte(String stored) {
        assertThat(sent("goal.reviewed", stored)).isEqualTo(stored);
    }

    @Test
    void of_a_text_leaves_who_said_it_and_how_it_is_shared_wherever_it_stands() {
        assertThat(sent("goal.set", "{\"a\":[%1$s,{\"b\":%1$s}],\"c\":%1$s}".formatted(WORDS)))
                .isEqualTo("{\"a\":[%1$s,{\"b\":%1$s}],\"c\":%1$s}".formatted(WITHHELD));
    }

    @Test
    void of_an_event_that_nobody_here_knows_no_text_and_no_answers_leave_either() {
        String stored =
                "{\"dreamt\":%s,\"marks\":%s,\"z\":1}"
                        .formatted(
                                WORDS.replace("\"wording\"", "\"voice\":9,\"wording\""), ANSWERS);

        assertThat(sent("goal.dreamt-of", stored))
                .isEqualTo("{\"dreamt\":%s,\"z\":1}".formatted(WITHHELD));
    }

    @Test
    void a_text_that_stayed_as_before_leaves_as_where_it_was_said() {
        String stream = LOG.opened();
        UUID said = new UUID(9, 1);
        UUID amended = new UUID(9, 2);
        LOG.stored(stream, said, "goal.set", "{\"a\":%s}".formatted(WORDS));
        LOG.stored(
                stream,
                amended,
                "entry.amended",
                "{\"b\":{\"from\":{\"eventId\":\"%s\",\"n\":0}}}".formatted(said));

        assertThat(
                        sent(
                                stream,
                                "entry.amended",
                                "{\"t\":{\"from\":{\"eventId\":\"%s\",\"n\":0}}}"
                                        .formatted(amended)))
                .isEqualTo("{\"t\":%s}".formatted(WITHHELD));
    }

    @Test
    void answers_of_measures_leave_without_their_salt() {
        for (String type : new String[] {"measure.answered", "team.measure-answered"}) {
            assertThat(sent(type, "{\"answers\":%s,\"x\":1}".formatted(ANSWERS)))
                    .isEqualTo("{\"answers\":{\"R1\":4,\"S1\":\"DECLINED\"},\"x\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answers\":%s,\"entryId\":\"e\",\"sharedWithWorker\":false}",
                "{\"entryId\":\"e\",\"marks\":%s,\"sharedWithWorker\":false}",
                "{\"entryId\":\"e\",\"sharedWithWorker\":false,\"zanswers\":%s}",
                "{\"answers\":%1$s,\"answersToo\":%1$s,\"entryId\":\"e\",\"sharedWithWorker\":false}"
            })
    void answers_of_a_rating_that_is_not_shared_are_left_out_wherever_they_stand(String form) {
        assertThat(sent("relationship.rated", form.formatted(ANSWERS)))
                .isEqualTo("{\"entryId\":\"e\",\"sharedWithWorker\":false}");
    }

    @Test
    void answers_of_a_rating_that_is_shared_leave() {
        String stored =
                "{\"answers\":%s,\"entryId\":\"e\",\"sharedWithWorker\":true}".formatted(ANSWERS);

        assertThat(sent(LOG.opened(), "relationship.rated", stored))
                .contains("\"answers\":{\"R1\":4,\"S1\":\"DECLINED\"}")
                .doesNotContain("salt");
    }

    @Test
    void a_rating_that_was_shared_and_is_so_no_more_when_it_is_sent_leaves_without_answers() {
        String stream = LOG.opened();
        String rated =
                "{\"answers\":%s,\"entryId\":\"e1\",\"sharedWithWorker\":true}".formatted(ANSWERS);
        String another = rated.replace("e1", "e2");
        LOG.stored(stream, "relationship.rated", List.of(rated, another));
        assertThat(sent(stream, "relationship.rated", rated)).contains("answers");

        LOG.stored(
                stream,
                "entry.amended",
                List.of(
                        """
                        {"eventType":"relationship.rated","replacement":{"entryId":"e1",\
                        "sharedWithWorker":false},"target":"e1"}\
                        """));

        assertThat(sent(stream, "relationship.rated", rated)).doesNotContain("answers");
        assertThat(sent(stream, "relationship.rated", another)).contains("answers");
    }

    @Test
    void an_amendment_that_shares_a_rating_brings_its_answers_until_it_is_taken_back() {
        String stream = LOG.opened();
        UUID first = new UUID(9, 3);
        LOG.stored(
                stream,
                first,
                "relationship.rated",
                "{\"answers\":%s,\"entryId\":\"e1\",\"sharedWithWorker\":false}"
                        .formatted(ANSWERS));
        String amendment =
                """
                {"eventType":"relationship.rated","replacement":{\
                "answers":{"from":{"eventId":"%s"}},"entryId":"e1",\
                "sharedWithWorker":true},"target":"e1"}\
                """
                        .formatted(first);

        assertThat(sent(stream, "entry.amended", amendment))
                .contains("\"answers\":{\"R1\":4,\"S1\":\"DECLINED\"}");

        LOG.stored(
                stream,
                "entry.marked-in-error",
                List.of("{\"target\":\"%s\"}".formatted(new UUID(6, 6))));
        assertThat(sent(stream, "entry.amended", amendment)).doesNotContain("answers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"from\":{\"eventId\":\"x\",\"n\":0}}",
                "{\"from\":{\"eventId\":\"00000000-0000-0000-0000-000000000001\",\"n\":0}}",
                "{\"from\":{\"eventId\":\"x\"}}",
                "{\"c\":\"a\",\"d\":\"b\",\"n\":1}",
                "{\"items\":{},\"salt\":\"s\"}",
                "{\"over\":[{\"c\":\"a\",\"d\":\"b\",\"n\":1}]}",
                "{\"replacement\":{\"c\":\"a\",\"d\":\"b\",\"n\":1}}"
            })
    void a_studys_definition_leaves_byte_by_byte_whatever_its_form(String definition) {
        String published = "{\"definition\":%s,\"name\":\"n\"}".formatted(definition);
        String amended =
                "{\"eventType\":\"study.definition-published\",\"replacement\":%s,\"z\":1}"
                        .formatted(published);

        assertThat(sent("study/s", "study.definition-published", published)).isEqualTo(published);
        assertThat(sent("study/s", "entry.amended", amended)).isEqualTo(amended);
    }

    @Test
    void what_is_no_definition_leaves_without_texts_and_answers_in_a_study_as_elsewhere() {
        String stored =
                "{\"definition\":%1$s,\"marks\":%2$s,\"other\":{\"definition\":%1$s},\"z\":%1$s}"
                        .formatted(WORDS, ANSWERS);

        assertThat(sent("study/s", "study.definition-published", stored))
                .isEqualTo(
                        "{\"definition\":%1$s,\"other\":{\"definition\":%2$s},\"z\":%2$s}"
                                .formatted(WORDS, WITHHELD));
        assertThat(sent("study/s", "study.dreamt-of", "{\"definition\":%s}".formatted(WORDS)))
                .isEqualTo("{\"definition\":%s}".formatted(WITHHELD));
        assertThat(
                        sent(
                                "study/s",
                                "study.entry-amended",
                                "{\"eventType\":\"study.dreamt-of\",\"replacement\":{\"definition\":%s}}"
                                        .formatted(WORDS)))
                .isEqualTo(
                        "{\"eventType\":\"study.dreamt-of\",\"replacement\":{\"definition\":%s}}"
                                .formatted(WITHHELD));
        assertThat(sent("case/c", "goal.set", "{\"definition\":%s}".formatted(WORDS)))
                .isEqualTo("{\"definition\":%s}".formatted(WITHHELD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":1",
                "{\"a\":}",
                "{\"a\":\"x}",
                "{\"a\" : 1}",
                "{\"a\":1}}",
                "{\"a\":[1,]}",
                "{a:1}"
            })
    void what_is_damaged_does_not_leave(String stored) {
        assertThatThrownBy(() -> sent("goal.set", stored)).isInstanceOf(NotAsStored.class);
    }

    @Test
    void what_is_deeper_than_anything_that_was_posted_does_not_leave() {
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);

        assertThatThrownBy(() -> sent("goal.set", deep)).isInstanceOf(NotAsStored.class);
    }
}
