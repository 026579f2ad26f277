package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** An export is asked for, and then nothing of it is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
@ResourceLock("what the log says of whom nothing is taken")
class TakingNothingOfAnswersTest {

    /** Some ten megabytes together: more than is on the way at once, however much that may be. */
    private static final int CASES = 20;

    /** Of the answer's end, as it is sent in chunks. */
    private static final String END = "\r\n0\r\n\r\n";

    @TempDir private static Path folder;
    @AutoClose private static RefocusServer server;
    private static URI url = URI.create("");
    private static Team team;

    @BeforeAll
    static void cases_of_whom_much_was_said() throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        List<String> settings = List.of("--server.tomcat.connection-timeout=6s");
        server = new RefocusServer(new StartOrder(data, 0, null, settings), _ -> {});
        url = URI.create(server.start());
        Door door = new Door(url.toString());
        team = Team.on(data, door);
        for (int number = 0; number < CASES; number++) {
            team.openCaseOfManyWords(door);
        }
    }

    @Test
    void whoever_takes_nothing_is_cut_off_and_the_log_says_so_in_a_line() throws Exception {
        try (Complaints complaints = Complaints.heard();
                Socket socket = exporting();
                InputStream in = socket.getInputStream()) {
            Eventually.await(() -> !told(complaints).isEmpty());

            assertThat(told(complaints))
                    .containsExactly(
                            "org.refocusrecord.web.problem.BrokenAnswers: an answer was broken off:"
                                    + " its reader took nothing for too long, to GET"
                                    + " /api/v1/care-plans");
            assertThat(rest(in)).doesNotEndWith(END);
        }
    }

    private static List<String> told(Complaints complaints) {
        return complaints.words().stream().filter(line -> line.contains("took nothing")).toList();
    }

    private static String rest(InputStream in) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            in.transferTo(rest);
        } catch (IOException cutOff) {
            return "";
        }
        return rest.toString(StandardCharsets.UTF_8);
    }

    private static Socket exporting() throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        String request =
                """
                GET /api/v1/care-plans HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(url.getAuthority(), team.reading());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
