package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies that are too large, or broken off: the sender is told, and nothing is recorded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingWhatIsTooLargeTest {

    private static final int MIB = 1 << 20;

    private final Story story = Story.begun();
    private final Body session =
            story.session("2011-03-14T10:00:00Z", Entries.goalSet(Story.id(), "To cook."));

    @Test
    void a_body_of_one_mebibyte_is_read() {
        story.post(padded(MIB)).recorded();
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 8 * MIB})
    void a_larger_one_is_answered_and_not_recorded(int size) {
        story.post(padded(size)).refused(413, "body.too-large ");
        assertThat(story.told()).containsExactly("case.opened");
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 8 * MIB})
    void so_is_one_that_does_not_say_how_large_it_is(int size) {
        byte[] body = padded(size).getBytes(StandardCharsets.UTF_8);
        story.service
                .send(
                        story.service
                                .request("/api/v1/sessions", story.system)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))))
                .refused(413, "body.too-large ");
        assertThat(story.told()).containsExactly("case.opened");
    }

    @Test
    void a_post_that_is_cut_off_half_way_leaves_nothing() throws IOException {
        byte[] body = session.toString().getBytes(StandardCharsets.UTF_8);
        for (int sent : List.of(0, 1, body.length / 2, body.length - 1)) {
            assertThat(cutOff("Content-Length: " + body.length, body, sent))
                    .startsWith("HTTP/1.1 400")
                    .contains("json.not-readable")
                    .contains("Send the whole body again");
        }
        byte[] chunk = "7D0\r\n{\"sess".getBytes(StandardCharsets.UTF_8);
        assertThat(cutOff("Transfer-Encoding: chunked", chunk, chunk.length))
                .startsWith("HTTP/1.1 400")
                .contains("json.not-readable");

        assertThat(story.told()).containsExactly("case.opened");
        story.service
                .get("/api/v1/sessions/" + session.text("sessionId") + "/receipt", story.system)
                .refused(404, "session.unknown ");
        story.post(session).recorded();
    }

    /** Sends some of a body, then no more; gives back what is answered. */
    private String cutOff(String length, byte[] body, int sent) throws IOException {
        URI url = URI.create(story.service.url());
        String head =
                """
                POST /api/v1/sessions HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                %s\r
                Connection: close\r
                \r
                """
                        .formatted(url.getAuthority(), story.system, length);
        try (Socket socket = new Socket(url.getHost(), url.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(30_000);
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(body, 0, sent);
            out.flush();
            socket.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The session, with blanks up to a size. */
    private String padded(int size) {
        String body = session.toString();
        return body + " ".repeat(size - body.getBytes(StandardCharsets.UTF_8).length);
    }
}
