package org.refocusrecord.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.app.cli.MovingLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What whoever sends many again is told meanwhile, and at the end. */
class TellingHowFarItIsTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void on_a_terminal_one_line_moves() {
        try (RetryProgress progress = progress(true)) {
            progress.reached(1000, 19_000);
            progress.reached(2000, 18_000);
        }

        String all = shown.toString(StandardCharsets.UTF_8);
        assertThat(all).startsWith("\r1,000 sent again, ").endsWith(System.lineSeparator());
        assertThat(all.substring(all.lastIndexOf('\r')))
                .startsWith("\r2,000 sent again, ")
                .contains(" a second, 18,000 to look at yet");
    }

    @Test
    void nothing_of_what_was_longer_stands_behind_what_is_shorter() {
        try (MovingLine line = line(true)) {
            line.show("a long text");
            line.show("a short one");
            line.show("none");
        }

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ra long text\ra short one\rnone       " + System.lineSeparator());
    }

    @Test
    void where_there_is_none_nothing_is_said() {
        try (RetryProgress progress = progress(false)) {
            progress.reached(1000, 19_000);
        }

        assertThat(shown.size()).isZero();
    }

    @Test
    void at_the_end_it_is_counted_what_was_sent_and_what_was_not() {
        RetryTally tally = new RetryTally();
        tally.add(page("{\"retried\": [\"0-1\", \"0-2\"], \"left\": []}"));

        assertThat(tally).hasToString("2 sent again, 0 not to be had any more");
        assertThat(tally.isEach()).isTrue();

        tally.add(
                page(
                        """
                        {"retried": ["0-3"],
                         "left": [{"id": "0-4", "code": "dead-letter.unknown"},
                                  {"id": "0-5", "code": "dead-letter.not-taken"}]}\
                        """));

        assertThat(tally)
                .hasToString("3 sent again, 1 not to be had any more, 1 not taken by their topic");
        assertThat(tally.isEach()).isFalse();
    }

    @Test
    void whoever_is_not_sent_is_told_with_what_is_in_its_way() {
        assertThat(new Left("dead-letter.unknown", "").sentence("0-4"))
                .isEqualTo(
                        "0-4 is not there (any more), or nobody knows where it came from:"
                                + " dead-letters show says which");
        assertThat(new Left("dead-letter.not-taken", "The topic old is gone.").sentence("0-5"))
                .isEqualTo("0-5 is not taken by the topic it came from: The topic old is gone.");
    }

    @Test
    void what_one_does_not_say_of_itself_the_list_leaves_open() {
        assertThat(
                        ListDeadLettersCommand.line(
                                page(
                                        """
                                        {"id": "3-17", "cause": "", "bytes": 5, "retriedAt": null,
                                         "source": {"topic": "", "partition": -1, "offset": -1}}\
                                        """)))
                .isEqualTo("3-17  -  from nowhere  5 bytes");
        assertThat(
                        ListDeadLettersCommand.line(
                                page(
                                        """
                                        {"id": "3-18", "cause": "field.unknown", "bytes": 5,
                                         "retriedAt": "2026-11-28T10:00:00Z",
                                         "source": {"topic": "t", "partition": 2, "offset": 9}}\
                                        """)))
                .isEqualTo("3-18  field.unknown  t-2@9  5 bytes  sent again 2026-11-28T10:00:00Z");
    }

    private static JsonNode page(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private RetryProgress progress(boolean moves) {
        return new RetryProgress(line(moves));
    }

    private MovingLine line(boolean moves) {
        return new MovingLine(new PrintStream(shown, true, StandardCharsets.UTF_8), moves);
    }
}
