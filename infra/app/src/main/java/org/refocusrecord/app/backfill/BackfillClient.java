package org.refocusrecord.app.backfill;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Asks a server to fill a topic, and listens how far it is. */
final class BackfillClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Brokers may take their time to make a topic. */
    private static final Duration TO_BEGIN = Duration.ofMinutes(2);

    private static final int OK = 200;

    private final String url;
    private final String token;

    BackfillClient(String url, String token) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
    }

    /** How far it is. */
    record Reached(long from, long position, long to, long sent) {}

    /**
     * How it ended.
     *
     * @param cause why before its end; null: at its end
     */
    record End(Reached reached, @Nullable String cause) {}

    /** Hands on how far it is as it goes on. */
    End fill(String topic, @Nullable Long from, @Nullable Long to, Consumer<Reached> each) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path(topic, from, to)))
                        .timeout(TO_BEGIN)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<InputStream> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw refused(answer.statusCode(), body);
                }
                return end(body, each);
            }
        } catch (IOException away) {
            throw new Hindrance(
                    "The server at %s cannot be asked (%s)."
                            .formatted(url, away.getClass().getSimpleName()),
                    away);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted. Call again to go on.", ended);
        }
    }

    private static String path(String topic, @Nullable Long from, @Nullable Long to) {
        return "/api/v1/outbox/backfill?topic="
                + URLEncoder.encode(topic, StandardCharsets.UTF_8)
                + (from == null ? "" : "&from=" + from)
                + (to == null ? "" : "&to=" + to);
    }

    private static End end(InputStream body, Consumer<Reached> each) {
        Reached last = new Reached(1, 0, 0, 0);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode told = JSON.readTree(line);
                last =
                        new Reached(
                                told.path("from").asLong(),
                                told.path("position").asLong(),
                                told.path("to").asLong(),
                                told.path("sent").asLong());
                each.accept(last);
                String state = told.path("state").asString("");
                if (state.equals("DONE")) {
                    return new End(last, null);
                }
                if (state.equals("STOPPED")) {
                    return new End(last, told.path("cause").asString("it does not say why"));
                }
            }
        } catch (IOException | JacksonException cut) {
            return new End(last, "the connection to the server was cut");
        }
        return new End(last, "the server's answer broke off");
    }

    /** The parameter that is meant, as it is called here too; none where it is none of them. */
    private static String pointed(String pointer) {
        return pointer.isEmpty() ? "" : ", --" + pointer.substring(1);
    }

    private Hindrance refused(int status, InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        try {
            JsonNode problem = JSON.readTree(text);
            return new Hindrance(
                    "The server at %s refuses it (%d %s%s): %s %s"
                            .formatted(
                                    url,
                                    status,
                                    problem.path("code").asString(""),
                                    pointed(problem.at("/errors/0/pointer").asString("")),
                                    problem.at("/errors/0/message")
                                            .asString(problem.path("title").asString("")),
                                    problem.path("detail").asString("")));
        } catch (JacksonException noProblem) {
            return new Hindrance("The server at %s answers %d.".formatted(url, status));
        }
    }
}
