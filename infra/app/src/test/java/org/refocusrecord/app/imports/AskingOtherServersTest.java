package org.refocusrecord.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.faults.Console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A server need not be there, nor be of this version, nor stay until the end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingOtherServersTest {

    private static final List<byte[]> LINES = List.of("{}\n".getBytes(StandardCharsets.UTF_8));

    private record Answer(int status, String body) {}

    @TempDir private Path folder;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void a_server_that_says_what_is_laid_down() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/v1/imports",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    Answer answer = answers.size() > 1 ? answers.remove() : answers.getFirst();
                    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(
                            answer.status(), body.length == 0 ? -1 : body.length);
                    if (body.length > 0) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void why_it_gave_up_is_said_in_words() {
        server.stop(0);
        assertThat(givenUp(url)).contains("2 times", "no connection to it can be made");
        assertThat(givenUp("http://nowhere.invalid")).contains("its machine is not known");
    }

    @Test
    void what_a_server_says_in_the_place_of_outcomes_is_told() {
        answers.add(new Answer(502, ""));
        assertThat(givenUp(url)).contains("it answers 502, and does not say why");
        answers.clear();
        answers.add(new Answer(503, "{\"code\": \"view.behind\", \"title\": \"Not yet\"}"));
        assertThat(givenUp(url)).contains("it answers 503, view.behind (Not yet)");
        answers.clear();
        answers.add(
                new Answer(
                        200,
                        "{\"outcome\": \"STOPPED\", \"problem\": {\"code\": \"log.busy\","
                                + " \"title\": \"Busy\"}}"));
        assertThat(givenUp(url)).contains("it stopped, log.busy (Busy)");
        answers.clear();
        answers.add(new Answer(200, "{\"outc"));
        assertThat(givenUp(url)).contains("its answer broke off");
    }

    @Test
    void an_outcome_that_is_not_known_is_told_and_is_no_refusal() throws IOException {
        answers.add(new Answer(200, "{\"outcome\": \"RECORDED\"}\n{\"outcome\": \"PUT_ASIDE\"}\n"));
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n\n{}\n");

        Ended ended = imported(file);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("recorded 1, repeated 0, refused 0")
                .contains("says PUT_ASIDE of 1 lines, first of line 3 of " + file)
                .contains("older than the server");
        assertThat(folder).isDirectoryNotContaining("glob:**.refused.ndjson");
    }

    @Test
    void what_was_sent_before_it_ended_is_told_whatever_ended_it() throws IOException {
        answers.add(new Answer(200, "{\"outcome\": \"RECORDED\"}\n{\"outcome\": \"REPEATED\"}\n"));
        answers.add(new Answer(401, ""));
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n{}\n{}\n");

        Ended ended = imported(file);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("recorded 1, repeated 1, refused 0");
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
                                                url,
                                                "--token",
                                                "any")));
        return new Ended(code.get(), said);
    }

    private static String givenUp(String url) {
        StringBuilder said = new StringBuilder();
        try (ImportClient client = new ImportClient(url, "any", 2)) {
            assertThatThrownBy(() -> client.send(LINES, _ -> {}))
                    .isInstanceOfSatisfying(
                            Hindrance.class, thrown -> said.append(thrown.getMessage()));
        }
        assertThat(said.toString()).doesNotContain("null");
        return said.toString();
    }
}
