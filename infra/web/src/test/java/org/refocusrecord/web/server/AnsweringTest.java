package org.refocusrecord.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.web.json.JsonAnswers;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("what others say in the log would be taken for its own")
class AnsweringTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext server;
    private static int port;

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(TestServer.class);
        application.setDefaultProperties(Map.of("server.port", 0, "server.address", "127.0.0.1"));
        server = application.run();
        port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_session_is_read_and_instants_have_six_digits() throws Exception {
        HttpResponse<String> answer = post(session());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("occurredAt").stringValue())
                .isEqualTo("2012-03-14T10:00:00.000000Z");
        assertThat(json(answer).path("sessionId").isString()).isTrue();
    }

    @Test
    void faults_are_told_with_pointers() throws Exception {
        HttpResponse<String> answer =
                post(session().replace("\"minutes\": 50", "\"minutes\": \"50\""));
        assertProblem(answer, 400, "field.wrong-type");
        JsonNode problem = json(answer);
        assertThat(problem.path("type").stringValue()).isEqualTo("/problems/field.wrong-type");
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/minutes");
        assertThat(get("/problems/field.wrong-type").body()).contains("UUIDs in lower case");
        assertThat(get("/problems").body()).contains("/problems/words.not-yours");
    }

    @ParameterizedTest
    @CsvSource({
        "1048577, body.too-large, 413",
        "8388608, body.too-large, 413",
        "1048576, json.not-readable, 400"
    })
    void a_body_has_at_most_a_mebibyte(int size, String code, int status) throws Exception {
        byte[] body = " ".repeat(size).getBytes(StandardCharsets.UTF_8);
        assertProblem(post(BodyPublishers.ofByteArray(body)), status, code);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        assertProblem(post(chunked), status, code);
    }

    @Test
    void a_body_that_is_broken_off_is_not_read() throws Exception {
        String head =
                """
                POST /sessions HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Content-Length: 5000

                """
                        .replace("\n", "\r\n");
        assertThat(raw(head + session())).contains("400").contains("json.not-readable");
        String chunked = head.replace("Content-Length: 5000", "Transfer-Encoding: chunked");
        assertThat(raw(chunked + "zz\r\n{}\r\n0\r\n\r\n"))
                .contains("400")
                .contains("json.not-readable");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json;charset=utf-16",
        "application/json;charset=nonsense",
        "nonsense"
    })
    void only_json_is_read(String mediaType) throws Exception {
        HttpRequest request =
                request("/sessions")
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofString(session()))
                        .build();
        assertProblem(send(request), 415, "body.not-json");
    }

    @Test
    void a_fault_is_an_id_and_nothing_else() throws Exception {
        for (String path : new String[] {"/failing/fault", "/filter/fault"}) {
            HttpResponse<String> answer = get(path);
            assertProblem(answer, 500, "fault");
            assertThat(json(answer).path("id").stringValue()).hasSize(36);
            assertThat(json(answer).path("errors").size()).isZero();
            assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    void whatever_fails_it_is_a_problem() throws Exception {
        assertProblem(get("/failing/refused"), 403, "approval.same-person");
        assertProblem(get("/nowhere"), 404, "path.unknown");
        assertProblem(get("/problems/no.such-code"), 404, "path.unknown");
        assertProblem(get("/things/7"), 404, "path.unknown");
        assertProblem(get("/error"), 404, "path.unknown");
        assertProblem(get("/filter/busy"), 503, "log.not-reachable");
        assertProblem(send(request("/nowhere").DELETE().build()), 404, "path.unknown");
        HttpResponse<String> filtered = get("/filter/refused");
        assertProblem(filtered, 403, "approval.same-person");
        assertThat(filtered.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        HttpResponse<String> method = get("/sessions");
        assertProblem(method, 405, "method.not-allowed");
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
        HttpRequest accept = request("/failing/fault").header("Accept", "text/html").build();
        assertProblem(send(accept), 500, "fault");
    }

    @Test
    void what_tomcat_refuses_by_itself_is_a_problem_too() throws Exception {
        assertThat(raw("GET /a%00b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("application/problem+json")
                .contains("query.not-readable")
                .doesNotContain("<html");
        assertThat(raw("GET /a{b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 400 ")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fault", "refused"})
    void half_an_answer_is_not_taken_for_a_whole_one(String how) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get("/half/" + how));
    }

    @Test
    void that_an_answer_was_broken_off_for_what_is_no_fault_is_said_in_a_line() throws Exception {
        try (Complaints complaints = Complaints.heard()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> get("/half/refused"));
            assertThat(complaints.words())
                    .containsExactly(
                            "an answer was broken off: approval.same-person, to GET /half/{how}");
            assertThat(complaints.traces()).isZero();
        }
    }

    @Test
    void a_fault_in_half_an_answer_is_told_once_in_full() throws Exception {
        try (Complaints complaints = Complaints.heard()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> get("/half/fault"));
            assertThat(complaints.words())
                    .satisfiesExactly(
                            fault -> assertThat(fault).startsWith("fault "),
                            end ->
                                    assertThat(end)
                                            .startsWith("an answer was broken off: fault ")
                                            .endsWith(", to GET /half/{how}"));
            assertThat(complaints.traces()).isOne();
        }
    }

    @Test
    void the_openapi_document_is_there() throws Exception {
        assertThat(json(get("/openapi.json")).path("openapi").stringValue()).isEqualTo("3.1.0");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(json(answer).path("code").stringValue()).isEqualTo(code);
        assertThat(json(answer).path("status").intValue()).isEqualTo(status);
    }

    private static String session() {
        return """
        {"sessionId": "00000000-0000-4000-8000-000000000001",
         "caseId": "00000000-0000-4000-8000-000000000002",
         "occurredAt": "2012-03-14T11:00:00+01:00", "minutes": 50,
         "participants": [{"party": "SERVICE_USER"}], "recordedBy": "STAFF",
         "entries": [{"entryId": "00000000-0000-4000-8000-000000000003", "kind": "ACCOUNT",
                      "words": "It was good to be heard."}]}\
        """;
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return post(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> post(BodyPublisher body) throws Exception {
        return send(
                request("/sessions").header("Content-Type", "application/json").POST(body).build());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonAnswers.mapper().readTree(answer.body());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
