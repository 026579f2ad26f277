package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whoever reads slowly is given more time than whoever sends and falls silent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class ReadingSlowlyTest {

    private static final int CASES = 20;

    /** More than is on the way at once. */
    private static final int MANY_BYTES = 8_000_000;

    /** As long may pass on a slow line until the system has room for more. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int MOST_SILENT_MILLIS = 60_000;

    @TempDir private static Path folder;
    @AutoClose private static RefocusServer server;
    private static URI url = URI.create("");
    private static Team team;

    @BeforeAll
    static void cases_of_whom_much_was_said() throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        List<String> settings = List.of("--server.tomcat.keep-alive-timeout=15s");
        server = new RefocusServer(new StartOrder(data, 0, null, settings), _ -> {});
        url = URI.create(server.start());
        Door door = new Door(url.toString());
        team = Team.on(data, door);
        for (int number = 0; number < CASES; number++) {
            team.openCaseOfManyWords(door);
        }
    }

    @Test
    void whoever_reads_nothing_for_a_while_and_then_goes_on_gets_all_of_it() throws Exception {
        try (Socket socket = asking("GET /api/v1/care-plans", team.reading(), "");
                InputStream in = socket.getInputStream()) {
            Thread.sleep(PAUSE);

            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(whole).startsWith("HTTP/1.1 200").endsWith("\r\n0\r\n\r\n");
            assertThat(whole.length()).isGreaterThan(MANY_BYTES);
        }
    }

    @Test
    void whoever_falls_silent_in_the_midst_of_a_body_is_let_go() throws Exception {
        String half = "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"caseId\": ";
        try (Socket socket = asking("POST /api/v1/sessions", team.posting(), half)) {
            socket.setSoTimeout(MOST_SILENT_MILLIS);

            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 4");
        }
    }

    /** Asks for that; {@code rest} is of the head, and of a body as far as it goes. */
    private static Socket asking(String line, String token, String rest) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        String head =
                """
                %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Connection: close\r
                """
                        .formatted(line, url.getAuthority(), token);
        String request = head + (rest.isEmpty() ? "\r\n" : rest);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
