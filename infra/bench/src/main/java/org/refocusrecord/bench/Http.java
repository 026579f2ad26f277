package org.refocusrecord.bench;

import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Through the doors, as clinical systems come: JSON over connections that stay open, with a signed
 * token that the server checks at every call, each caller with an account of its own.
 */
final class Http {

    private static final int ACCOUNTS = 64;
    private static final int OPENING = 8;
    private static final int EVENTS_OF_A_SESSION = 4;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Ours ours;
    private final Story story;
    private final List<String> tokens = new ArrayList<>();

    Http(Product product, Cast cast, Ours ours) throws Exception {
        this.url = product.url();
        this.ours = ours;
        this.story = new Story(cast);
        LocalIssuer issuer = LocalIssuer.in(product.folder().path());
        Instant now = Instant.now();
        for (int account = 0; account < ACCOUNTS; account++) {
            tokens.add(
                    issuer.token(
                            TokenRequest.of(Role.CLINICAL_SYSTEM)
                                    .trust(cast.trust())
                                    .subject("bench:" + account),
                            now));
        }
        String admin = issuer.token(TokenRequest.of(Role.ADMIN).trust(cast.trust()), now);
        post("/api/v1/teams", Json.team(cast), admin);
        post("/api/v1/teams/" + cast.team() + "/staff", Json.joined(cast), admin);
    }

    Contestant creating() {
        return new Contestant(
                Names.HTTP,
                (_, _) -> caller -> post("/api/v1/cases", story.opening(story.newCase()), caller));
    }

    Contestant meeting() {
        return new Contestant(
                Names.HTTP,
                (callers, operations) -> {
                    Turns<CaseId> turns = Turns.of(ours.opened(callers, operations), callers);
                    return caller ->
                            post("/api/v1/sessions", story.session(turns.next(caller)), caller);
                });
    }

    /** Sessions of cases that are open, a line each, in one import; counted in events. */
    Contestant importing(int sessions) {
        return new Contestant(
                Names.IMPORTER,
                (_, _) -> {
                    List<CaseId> cases = ours.opened(OPENING, sessions);
                    StringBuilder lines = new StringBuilder();
                    for (int session = 0; session < sessions; session++) {
                        lines.append("{\"command\": \"session\", \"body\": ")
                                .append(
                                        story.session(cases.get(session % cases.size()))
                                                .posting()
                                                .content()
                                                .canonical())
                                .append("}\n");
                    }
                    byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
                    return new Contestant.Whole(
                            (long) sessions * EVENTS_OF_A_SESSION, () -> bringIn(body, sessions));
                });
    }

    private void bringIn(byte[] body, int lines) throws IOException {
        String answer =
                new Sending(url, tokens.getFirst())
                        .answered("/api/v1/imports", "application/x-ndjson", body);
        long recorded =
                answer.lines().filter(line -> line.contains("\"outcome\":\"RECORDED\"")).count();
        if (recorded != lines) {
            throw new IllegalStateException(
                    "%d of %d lines: %s".formatted(recorded, lines, answer.lines().findFirst()));
        }
    }

    private void post(String path, CaseCommand command, int caller) throws Exception {
        post(path, command.posting().content().canonical(), tokens.get(caller % ACCOUNTS));
    }

    private void post(String path, String json, String token)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(url + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
