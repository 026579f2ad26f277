package org.refocusrecord.web.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.web.reading.Bodies.CONTEXT;
import static org.refocusrecord.web.reading.Bodies.READER;
import static org.refocusrecord.web.reading.Bodies.faults;
import static org.refocusrecord.web.reading.Bodies.thrown;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.web.json.StrictJson;

import java.nio.charset.StandardCharsets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{} {}",
                "[1,]",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1} // done",
                "/* body */ {}",
                "{\"a\":\"b\nc\"}",
                "\uFEFF{}",
                "{\"a\":\"\\x\"}"
            })
    void what_is_no_json_is_not_readable(String text) {
        assertThat(thrown(() -> StrictJson.parse(text))).containsExactly(" json.not-readable");
    }

    @Test
    void bytes_that_are_no_utf_8_are_not_readable() {
        byte[] latin1 = "{\"a\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(thrown(() -> StrictJson.parse(latin1))).containsExactly(" json.not-readable");
        byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(thrown(() -> StrictJson.parse(utf16))).containsExactly(" json.not-readable");
    }

    @Test
    void a_message_says_where_and_never_what() {
        String secret = "{\"a\": \"a secret\",\n  oops}";
        try {
            StrictJson.parse(secret);
        } catch (org.refocusrecord.web.problem.ProblemException refused) {
            String message = refused.problem().errors().getFirst().message();
            assertThat(message).contains("line 2").doesNotContain("secret").doesNotContain("oops");
        }
    }

    @Test
    void every_key_that_stands_twice_is_told() {
        String twice = "{\"a\":1,\"b\":{\"c\":1,\"c\":2,\"c\":3},\"a\":2}";
        assertThat(StrictJson.parse(twice).faults())
                .extracting(fault -> fault.pointer() + " " + fault.code().code())
                .containsExactly("/b/c json.key-twice", "/b/c json.key-twice", "/a json.key-twice");
    }

    @Test
    void but_no_more_than_a_thousand_since_each_names_its_place() {
        String often = "{" + "\"a\":1,".repeat(50_000) + "\"b\":1}";

        assertThat(StrictJson.parse(often).faults()).hasSize(1_000);
    }

    @Test
    void keys_that_stand_twice_are_told_with_the_other_faults_in_document_order() {
        String twice = "{\"x\":1,\"commandId\":\"no\",\"x\":2}";
        assertThat(faults(READER.command("erasure-approval", StrictJson.parse(twice), CONTEXT)))
                .containsExactly(
                        "/x json.key-twice",
                        "/x field.unknown",
                        "/commandId field.wrong-type",
                        "/caseId field.missing",
                        "/erasureId field.missing",
                        "/recordedBy field.missing");
    }

    @Test
    void thirty_two_levels_are_read_and_no_more() {
        assertThat(StrictJson.parse("[".repeat(32) + "]".repeat(32)).faults()).isEmpty();
        assertThat(thrown(() -> StrictJson.parse("[".repeat(33) + "]".repeat(33))))
                .containsExactly("/0".repeat(32) + " json.too-deep");
        assertThat(thrown(() -> StrictJson.parse("[".repeat(500_000))))
                .containsExactly("/0".repeat(32) + " json.too-deep");
    }

    @Test
    void long_numbers_cost_nothing() {
        assertThat(StrictJson.parse("[1e999999999, -1e-999999999]").tree().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-1.", "1e99999999999", "1e"})
    void a_number_that_is_too_long_or_too_large_to_be_read_is_told_with_its_place(String before) {
        String number = before + "9".repeat(100_000);
        String json = "{\"a\":[1," + (before.equals(".") ? "0" : "") + number + "]}";
        assertThat(thrown(() -> StrictJson.parse(json))).containsExactly("/a/1 value.not-allowed");
        assertThat(thrown(() -> StrictJson.parse("{\"a\":1e99999999999}")))
                .containsExactly("/a value.not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"text\""})
    void a_body_is_an_object(String json) {
        assertThat(faults(READER.command("case", StrictJson.parse(json), CONTEXT)))
                .containsExactly(" field.wrong-type");
    }
}
