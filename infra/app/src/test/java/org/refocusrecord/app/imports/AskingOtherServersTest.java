package org.refocusrecord.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.faults.Console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A server need not be there, nor be of this version, nor stay until the end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingOtherServersTest {

    private static final List<byte[]> LINES = List.of(line("{}"));

    @TempDir private Path folder;
    @AutoClose private final OtherServer server = new OtherServer();

    AskingOtherServersTest() throws IOException {}

    @Test
    void why_it_gave_up_is_said_in_words() {
        server.close();
        assertThat(givenUp(server.url())).contains("2 times", "no connection to it can be made");
        assertThat(givenUp("http://nowhere.invalid")).contains("its machine is not known");
    }

    @Test
    void what_a_server_says_in_the_place_of_outcomes_is_told() {
        server.says(502, "");
        assertThat(givenUp(server.url())).contains("it answers 502, and does not say why");
        server.forgetAnswers();
        server.says(503, "{\"code\": \"view.behind\", \"title\": \"Not yet\"}");
        assertThat(givenUp(server.url())).contains("it answers 503, view.behind (Not yet)");
        server.forgetAnswers();
        server.says(
                200,
                "{\"outcome\": \"STOPPED\", \"problem\": {\"code\": \"log.busy\","
                        + " \"title\": \"Busy\"}}");
        assertThat(givenUp(server.url())).contains("it stopped, log.busy (Busy)");
        server.forgetAnswers();
        server.says(200, "{\"outc");
        assertThat(givenUp(server.url())).contains("its answer broke off");
    }

    @Test
    void an_outcome_that_is_not_known_is_told_and_is_no_refusal() throws IOException {
        server.says(200, "{\"outcome\": \"RECORDED\"}\n{\"outcome\": \"PUT_ASIDE\"}\n");
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n\n{}\n");

        Ended ended = imported(file);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("recorded 1, repeated 0, refused 0")
                .contains("says PUT_ASIDE of 1 line, first of line 3 of " + file)
                .contains("older than the server");
        assertThat(folder).isDirectoryNotContaining("glob:**.refused.ndjson");
    }

    @Test
    void what_was_sent_before_it_ended_is_told_whatever_ended_it() throws IOException {
        server.says(200, "{\"outcome\": \"RECORDED\"}\n{\"outcome\": \"REPEATED\"}\n");
        server.says(401, "");
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n{}\n{}\n");

        Ended ended = imported(file);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("recorded 1, repeated 1, refused 0");
    }

    @Test
    void outcomes_count_as_they_come() throws IOException {
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n{}\n");
        Path refused = folder.resolve("history.ndjson.refused.ndjson");
        AtomicBoolean written = new AtomicBoolean();
        server.saysInTwo(
                "{\"outcome\": \"REFUSED\", \"problem\": {\"code\": \"json.not-readable\"}}\n",
                () -> written.set(Written.within(Duration.ofSeconds(10), refused)),
                "{\"outcome\": \"RECORDED\"}\n");

        Ended ended = imported(file);

        assertThat(written).as("before the next came").isTrue();
        assertThat(ended.said()).contains("recorded 1, repeated 0, refused 1");
    }

    @Test
    void what_was_answered_before_the_connection_was_cut_is_not_sent_again() throws IOException {
        server.breaksOffAfter("{\"outcome\": \"RECORDED\"}\n{\"outcome\": ");
        server.says(200, "{\"outcome\": \"RECORDED\"}\n");
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{\"a\": 1}\n{\"b\": 2}\n");

        Ended ended = imported(file);

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("recorded 2, repeated 0, refused 0");
        assertThat(server.sent()).containsExactly("{\"a\": 1}\n{\"b\": 2}\n", "{\"b\": 2}\n");
    }

    @Test
    @Timeout(60)
    void an_answer_that_falls_silent_is_given_up_and_the_rest_sent_again() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        server.saysInTwo("{\"outcome\": \"RECORDED\"}\n", over::await, "");
        server.says(200, "{\"outcome\": \"REPEATED\"}\n");
        List<String> outcomes = new ArrayList<>();

        try (ImportClient client =
                new ImportClient(server.url(), "any", 2, Duration.ofSeconds(3))) {
            client.send(
                    List.of(line("{\"a\": 1}"), line("{\"b\": 2}")),
                    outcome -> outcomes.add(outcome.path("outcome").asString()));
        } finally {
            over.countDown();
        }

        assertThat(outcomes).containsExactly("RECORDED", "REPEATED");
        assertThat(server.sent()).containsExactly("{\"a\": 1}\n{\"b\": 2}\n", "{\"b\": 2}\n");
    }

    @Test
    void what_an_earlier_import_left_stays_until_there_is_an_outcome() throws IOException {
        server.says(401, "");
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n");
        Path left = folder.resolve("history.ndjson.refused.ndjson");
        Files.writeString(left, "from before");

        assertThat(imported(file).code()).isEqualTo(2);
        assertThat(left).content().isEqualTo("from before");

        Files.writeString(file, "");
        assertThat(imported(file).code()).isZero();
        assertThat(left).content().isEqualTo("from before");

        Files.writeString(file, "{}\n");
        server.forgetAnswers();
        server.says(200, "{\"outcome\": \"RECORDED\"}\n");
        assertThat(imported(file).code()).isZero();
        assertThat(left).doesNotExist();
    }

    private record Ended(int code, String said) {}

    private Ended imported(Path file) {
        AtomicInteger code = new AtomicInteger();
        String said =
                Console.saidBy(() ->
                        code.set(
                                RefocusRecord.commandLine()
                                        .execute(
                                                "import",
                                                file.toString(),
                                                "--url",
                                                server.url(),
                                                "--token",
                                                "any")));
        return new Ended(code.get(), said);
    }

    private static byte[] line(String json) {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String givenUp(String url) {
        StringBuilder said = new StringBuilder();
        try (ImportClient client = new ImportClient(url, "any", 2, Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> client.send(LINES, _ -> {}))
                    .isInstanceOfSatisfying(
                            Hindrance.class, thrown -> said.append(thrown.getMessage()));
        }
        assertThat(said.toString()).doesNotContain("null");
        return said.toString();
    }
}
