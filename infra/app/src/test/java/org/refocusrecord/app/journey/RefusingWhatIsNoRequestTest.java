package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What is no request, or one for no door: told what to mend, and never a fault of ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingWhatIsNoRequestTest {

    private static final Story STORY = Story.begun();

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "get", "PROPFIND", "PUT", "PATCH"})
    void a_method_that_a_door_does_not_know_is_told_which_it_knows(String method)
            throws IOException {
        assertThat(answer(method, "/api/v1/sessions", "Content-Length: 0"))
                .startsWith("HTTP/1.1 405")
                .contains("method.not-allowed")
                .containsIgnoringCase("\r\nallow: POST\r\n");
    }

    @Test
    void a_post_to_what_is_there_to_be_read_is_told_so() throws IOException {
        String plan = "/api/v1/cases/" + STORY.caseId + "/care-plan";
        assertThat(answer("POST", plan, "Content-Length: 0"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("\r\nallow: GET");
        assertThat(answer("POST", plan + "s", "Content-Length: 0"))
                .startsWith("HTTP/1.1 404")
                .contains("path.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//api/v1/teams", "/api/v1/teams;a=b", "/api/v1/./teams"})
    void a_path_in_an_odd_form_is_no_path(String path) throws IOException {
        assertThat(answer("GET", path, "Accept: */*"))
                .startsWith("HTTP/1.1 404")
                .contains("path.unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Host: another"
            })
    void headers_that_contradict_are_what_is_to_be_mended(String header) throws IOException {
        assertThat(answer("POST", "/api/v1/sessions", header))
                .startsWith("HTTP/1.1 400")
                .contains("The request line or a header cannot be read, or they are too long.");
    }

    @Test
    void headers_that_are_too_long_are_told_how_long_they_may_be() throws IOException {
        assertThat(answer("GET", "/api/v1/teams", "X-Long: " + "x".repeat(33_000)))
                .startsWith("HTTP/1.1 400")
                .contains("or they are too long")
                .contains("no longer together than the service takes, which is 32 KB");
    }

    private static String answer(String method, String path, String header) throws IOException {
        URI server = URI.create(STORY.service.url());
        String head =
                "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n%s\r\n\r\n"
                        .formatted(method, path, server.getAuthority(), STORY.system, header);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
