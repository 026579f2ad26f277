package org.refocusrecord.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The server as it is put together, on a database of its own. */
class ServingTest {

    @TempDir private static Path data;
    private static String url = "";
    private static RefocusServer server =
            new RefocusServer(StartOrder.embedded(Path.of(""), 0), _ -> {});

    @BeforeAll
    static void start() {
        server = new RefocusServer(StartOrder.embedded(data, 0), _ -> {});
        url = server.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void it_is_alive_and_ready_and_says_no_more() throws IOException, InterruptedException {
        for (String probe :
                new String[] {"", "/liveness", "/readiness", "/recording", "/views", "/seal"}) {
            HttpResponse<String> answer = Asking.get(url + "/actuator/health" + probe);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"")
                    .contains("\"UP\"")
                    .doesNotContain("log", "projections");
        }
    }

    @Test
    void whoever_has_no_token_is_told_so() throws IOException, InterruptedException {
        for (String path : new String[] {"/api/v1/teams", "/actuator", "/actuator/env", "/"}) {
            HttpResponse<String> answer = Asking.get(url + path);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":\"token.missing\"");
        }
    }

    @Test
    void a_token_of_the_data_folder_is_taken() throws IOException, InterruptedException {
        String token = LocalIssuer.in(data).token(TokenRequest.of(Role.ADMIN), Instant.now());

        HttpResponse<String> answer = Asking.get(url + "/api/v1/nothing", token);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"path.unknown\"");
    }

    @Test
    void a_token_that_names_two_hundred_teams_is_taken() throws IOException, InterruptedException {
        List<TeamId> teams = Stream.generate(() -> new TeamId(new UUID(7, 7))).limit(200).toList();
        TokenRequest system =
                new TokenRequest(
                        null,
                        Set.of(Role.CLINICAL_SYSTEM),
                        "SLAM",
                        teams,
                        null,
                        null,
                        List.of(),
                        Duration.ofHours(1));
        String token = LocalIssuer.in(data).token(system, Instant.now());

        assertThat(Asking.get(url + "/api/v1/teams", token).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_is_no_json_even_where_it_is_no_whole_form_either()
            throws IOException, InterruptedException {
        String token = LocalIssuer.in(data).token(TokenRequest.of(Role.ADMIN), Instant.now());
        for (String form : List.of("multipart/form-data", "application/x-www-form-urlencoded")) {
            HttpResponse<String> answer = Asking.post(url + "/api/v1/teams", token, form, "a=b");

            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("\"code\":\"body.not-json\"");
        }
    }

    @Test
    void what_somebody_asks_for_in_vain_is_in_no_log() throws IOException, InterruptedException {
        Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        all.addAppender(log);
        try {
            String token = LocalIssuer.in(data).token(TokenRequest.of(Role.ADMIN), Instant.now());
            for (String path : List.of("/api/v1/people/sam-of-the-canal", "/sam-of-the-canal")) {
                assertThat(Asking.get(url + path, token).statusCode()).isEqualTo(404);
            }
        } finally {
            all.detachAppender(log);
        }
        assertThat(log.list)
                .noneMatch(event -> event.getFormattedMessage().contains("sam-of-the-canal"));
    }

    @Test
    void what_both_sides_offer_is_described() throws IOException, InterruptedException {
        HttpResponse<String> answer = Asking.get(url + "/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/api/v1/sessions", "/api/v1/cases/{id}/care-plan");
    }

    @Test
    void a_second_server_on_the_same_data_is_refused() {
        try (RefocusServer second = new RefocusServer(StartOrder.embedded(data, 0), _ -> {})) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(Hindrance.class)
                    .hasMessageContaining("already running on")
                    .hasMessageContaining(url);
        }
    }
}
