package org.refocusrecord.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.demo.posting.LocalTokens;
import org.refocusrecord.app.demo.posting.Poster;
import org.refocusrecord.app.demo.posting.Progress;
import org.refocusrecord.app.demo.posting.Tally;
import org.refocusrecord.app.demo.posting.Tokens;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A small trial, posted to a whole server. */
class PostingATrialTest {

    private static final Trial SMALL = Trial.of(new TrialSize(7, 3, 12, 0.2));

    @TempDir private static Path folder;
    private static RefocusServer server;
    private static LocalIssuer issuer;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        Path data = MadeAlready.in(folder.resolve("data"));
        server = new RefocusServer(StartOrder.embedded(data, 0), progress -> {});
        url = server.start();
        issuer = LocalIssuer.in(data);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void it_is_recorded_whole_and_posting_it_again_adds_nothing() throws Exception {
        Tokens tokens = new LocalTokens(issuer, Clock.systemUTC());
        Tally first = post(tokens);
        assertEquals(List.of(), first.examples());
        assertEquals(Bodies.posts(SMALL).count(), first.recorded());
        Tally again = post(tokens);
        assertEquals(List.of(), again.examples());
        assertEquals(first.recorded(), again.repeated());
        assertEquals(0, again.recorded());
        for (TrialTeam team : SMALL.teams()) {
            assertEquals(team.participation().name(), participation(team), team.toString());
        }
    }

    @Test
    void a_token_that_is_not_taken_ends_it_at_once() {
        assertThrows(Hindrance.class, () -> post(Tokens.only("of-nobody")));
    }

    private static Tally post(Tokens tokens) {
        int lines = SMALL.stages().stream().mapToInt(List::size).sum();
        return new Poster(url, tokens, 4).post(SMALL.stages(), Progress.onError(lines));
    }

    /** The class of a team, as the policy sees it. */
    private static String participation(TrialTeam team) throws IOException, InterruptedException {
        String token =
                issuer.token(TokenRequest.of(Role.AUDITOR).trust(team.trust()), Instant.now());
        URI address = URI.create(url + "/api/v1/teams/" + team.id(SMALL.size()) + "/participation");
        HttpRequest question =
                HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(question, HttpResponse.BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.body()).path("class").asString("");
        }
    }
}
