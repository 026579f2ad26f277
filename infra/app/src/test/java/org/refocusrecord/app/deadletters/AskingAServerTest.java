package org.refocusrecord.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.app.RefocusRecord;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Whoever sends one again is told of one that is left only by the service itself. */
class AskingAServerTest {

    private final StringWriter said = new StringWriter();
    private final HttpServer server;
    private int status;
    private String type = "";
    private String body = "";

    AskingAServerTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void answers(int status, String type, String body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    @AfterEach
    void whose_server_ends() {
        server.stop(0);
    }

    @Test
    void a_problem_that_says_so_leaves_one_and_goes_on() {
        answers(404, "application/problem+json", "{\"code\": \"dead-letter.unknown\"}");
        assertThat(retried()).isEqualTo(1);

        answers(409, "application/problem+json", "{\"code\": \"dead-letter.not-taken\"}");
        assertThat(retried()).isEqualTo(1);
    }

    @Test
    void any_other_answer_of_that_status_is_none_of_the_service() {
        answers(404, "text/html", "<h1>Not found</h1>");
        assertThat(retried()).isEqualTo(2);
        assertThat(said.toString()).contains("does not answer");

        answers(404, "application/json", "{\"code\": \"dead-letter.unknown\"}");
        assertThat(retried()).isEqualTo(2);

        answers(409, "application/problem+json", "{\"code\": \"state.moved\", \"title\": \"No\"}");
        assertThat(retried()).isEqualTo(2);
        assertThat(said.toString()).contains("The server says: No.");
    }

    private int retried() {
        return RefocusRecord.commandLine()
                .setErr(new PrintWriter(said, true))
                .execute(
                        "dead-letters",
                        "retry",
                        "0-1",
                        "--url",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "--token",
                        "any");
    }
}
