package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An import whose record goes away ends soon, and leaves nothing behind of which an earlier line
 * about the same case is missing: sent again, it is recorded in its order.
 */
@Timeout(300)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppingImportsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // Where nobody minds that the sender is gone, a try each half second, or as often as there is
    // time.
    private static final long TRIES_IN_VAIN = 4;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int MANY = 40;

    @TempDir static Path folder;
    @AutoClose static RefocusServer server;
    @AutoClose static final HttpClient HTTP = HttpClient.newHttpClient();
    private static String url;
    private static Door door;
    private static Team team;

    private String caseId;
    private ObjectNode entry;

    @BeforeAll
    static void with_little_patience() throws IOException, InterruptedException {
        List<String> settings =
                List.of(
                        "--refocus.import-patience=" + PATIENCE.toMillis() + "ms",
                        "--refocus.seal.heads-every=1h");
        server =
                new RefocusServer(
                        new StartOrder(MadeAlready.in(data()), 0, null, settings), _ -> {});
        url = server.start();
        door = new Door(url);
        team = Team.on(data(), door);
    }

    private static Path data() {
        return folder.resolve("data");
    }

    @BeforeEach
    void an_entry_is_to_be_amended() throws IOException, InterruptedException {
        caseId = team.openCase(door);
        String session = team.session(caseId, Team.id(), "At first.");
        assertThat(door.post("/api/v1/sessions", session, team.posting()).status()).isEqualTo(201);
        entry = (ObjectNode) JsonAnswers.mapper().readTree(session).at("/entries/2");
    }

    @Test
    void sent_again_after_it_stopped_the_last_amendment_is_the_last() throws Exception {
        List<String> lines = List.of(amendment("To bake."), amendment("To roast."));
        Iterator<String> outcomes;
        try (NoRoom _ = NoRoom.in(data())) {
            outcomes = outcomes(lines);
            assertThat(told(outcomes.next())).isEqualTo("1 STOPPED log.not-reachable");
        }
        assertThat(outcomes).isExhausted();
        assertThat(amendments()).isEmpty();

        assertThat(told(outcomes(lines))).containsExactly("1 RECORDED ", "2 RECORDED ");
        assertThat(amendments()).containsExactly("To bake.", "To roast.");
    }

    @Test
    void it_stops_once_however_many_lines_wait_for_each_other() throws Exception {
        List<String> lines =
                IntStream.range(0, MANY).mapToObj(turn -> amendment("Turn " + turn)).toList();
        Instant begun = Instant.now();
        try (NoRoom _ = NoRoom.in(data())) {
            assertThat(told(outcomes(lines))).containsExactly("1 STOPPED log.not-reachable");
        }
        assertThat(Duration.between(begun, Instant.now()))
                .isBetween(PATIENCE, PATIENCE.multipliedBy(MANY / 4));
    }

    @Test
    void for_a_sender_who_is_gone_nothing_is_tried_for_long() throws Exception {
        List<String> lines = List.of(amendment("To bake."), amendment("To roast."));
        try (NoRoom away = NoRoom.in(data())) {
            breakOff(String.join("\n", lines) + "\n{\"command\": ", away);
            long tries;
            do {
                tries = away.tries();
                Thread.sleep(LOOK);
            } while (away.tries() > tries);
            assertThat(tries).isBetween(1L, TRIES_IN_VAIN);
        }
        assertThat(amendments()).isEmpty();

        assertThat(told(outcomes(lines))).containsExactly("1 RECORDED ", "2 RECORDED ");
        assertThat(amendments()).containsExactly("To bake.", "To roast.");
    }

    /** Sends that, of more that is never sent, and is gone when it has been tried. */
    private static void breakOff(String begun, NoRoom away)
            throws IOException, InterruptedException {
        URI uri = URI.create(url);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String head =
                    """
                    POST /api/v1/imports HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Authorization: Bearer %s\r
                    Content-Type: application/x-ndjson\r
                    Content-Length: 100000\r
                    \r
                    """
                            .formatted(team.posting());
            socket.getOutputStream().write((head + begun).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Eventually.await(() -> away.tries() > 0);
        }
    }

    private String amendment(String statement) {
        String replacement = entry.deepCopy().put("statement", statement).toString();
        String body = team.amendment(caseId, entry.path("entryId").asString(), replacement);
        return "{\"command\": \"correction\", \"body\": %s}".formatted(body.replace("\n", ""));
    }

    /** The outcomes as they come. */
    private static Iterator<String> outcomes(List<String> lines)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/imports"))
                        .header("Authorization", "Bearer " + team.posting())
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(String.join("\n", lines)))
                        .build();
        return HTTP.send(request, BodyHandlers.ofLines()).body().iterator();
    }

    private static List<String> told(Iterator<String> outcomes) {
        List<String> told = new ArrayList<>();
        outcomes.forEachRemaining(outcome -> told.add(told(outcome)));
        return told;
    }

    private static String told(String outcome) {
        JsonNode json = JsonAnswers.mapper().readTree(outcome);
        return "%d %s %s"
                .formatted(
                        json.path("line").asInt(),
                        json.path("outcome").asString(),
                        json.path("problem").path("code").asString(""));
    }

    /** How the entry should have read, in the order in which that was said. */
    private List<String> amendments() throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        door.get("/api/v1/cases/" + caseId + "/events?limit=1000", team.reading())
                .json()
                .path("events")
                .forEach(event -> {
                    if (event.path("type").asString().equals("entry.amended")) {
                        said.add(event.at("/payload/replacement/statement/text").asString());
                    }
                });
        return said;
    }
}
