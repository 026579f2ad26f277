package org.refocusrecord.app.cli;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Which trusts have teams in a record, as far as its server runs and soon says so. */
final class KnownTrusts {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_PAGES = 10;

    private KnownTrusts() {}

    /** Empty where there are none, or nobody can tell. */
    static Set<String> in(DataFolder folder, LocalIssuer issuer) {
        String url =
                ServerNote.in(folder)
                        .filter(note -> note.process().isPresent())
                        .map(ServerNote::url)
                        .orElse(null);
        if (url == null) {
            return Set.of();
        }
        String token = issuer.token(TokenRequest.of(Role.ADMIN), Instant.now());
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return all(client, url + "/api/v1/teams?limit=1000", token);
        } catch (IOException | JacksonException notNow) {
            return Set.of();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    private static Set<String> all(HttpClient client, String list, String token)
            throws IOException, InterruptedException {
        Set<String> trusts = new TreeSet<>();
        String page = list;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            JsonNode answer = answer(client, page, token);
            answer.path("teams").forEach(team -> trusts.add(team.path("trust").asString("")));
            String next = answer.path("next").asString("");
            if (next.isEmpty()) {
                return trusts;
            }
            page = list + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return Set.of();
    }

    private static JsonNode answer(HttpClient client, String page, String token)
            throws IOException, InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(URI.create(page))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build();
        return JsonMapper.shared().readTree(client.send(question, BodyHandlers.ofString()).body());
    }
}
