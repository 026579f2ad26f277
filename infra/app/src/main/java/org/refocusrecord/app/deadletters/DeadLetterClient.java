package org.refocusrecord.app.deadletters;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.demo.Host;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Asks a server about its dead letters. */
final class DeadLetterClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern ID = Pattern.compile("[0-9]+-[0-9]+");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    private DeadLetterClient(String url, String token) {
        this.url =
                (url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                        + "/api/v1/dead-letters";
        this.token = token;
    }

    /** Of the server that is meant, with a token that was given or is made. */
    static DeadLetterClient of(ServerOption server) {
        return new DeadLetterClient(Host.address(server), Host.administrator(server));
    }

    /** Hands on each of a cause (null: of any), page by page. */
    void each(@Nullable String cause, Consumer<JsonNode> letter) {
        pages(
                cause,
                query -> asked(request(query)),
                page -> page.path("deadLetters").forEach(letter));
    }

    /**
     * Sends those of a cause (null: of any) again that were not yet, and hands on what became of
     * each page.
     */
    void retryAll(@Nullable String cause, Consumer<JsonNode> page) {
        pages(
                cause,
                query -> asked(request("/retry" + query).POST(HttpRequest.BodyPublishers.noBody())),
                page);
    }

    private static void pages(
            @Nullable String cause, Function<String, JsonNode> asking, Consumer<JsonNode> each) {
        String query = "?limit=1000" + (cause == null ? "" : "&cause=" + encoded(cause));
        JsonNode page = asking.apply(query);
        each.accept(page);
        while (page.path("next").isString()) {
            page = asking.apply(query + "&cursor=" + encoded(page.path("next").asString()));
            each.accept(page);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    JsonNode one(String id) {
        return asked(request(path(id)));
    }

    /** Sends one again; why it was left, where others may be sent all the same. */
    Optional<Left> retry(String id) {
        HttpResponse<byte[]> answer =
                sent(request(path(id) + "/retry").POST(HttpRequest.BodyPublishers.noBody()));
        Optional<Left> left = isProblem(answer) ? Left.by(json(answer)) : Optional.empty();
        if (left.isEmpty()) {
            read(answer);
        }
        return left;
    }

    private static boolean isProblem(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith(PROBLEM))
                .isPresent();
    }

    private static String path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new Hindrance(
                    "'%s' is no id of a dead letter: they are like 3-17, as the list has them."
                            .formatted(id));
        }
        return "/" + id;
    }

    private HttpRequest.Builder request(String rest) {
        return HttpRequest.newBuilder(URI.create(url + rest))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode asked(HttpRequest.Builder request) {
        return read(sent(request));
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        JsonNode body = json(answer);
        if (answer.statusCode() != OK) {
            throw new Hindrance(
                    "The server says: %s. %s"
                            .formatted(
                                    body.path("title").asString("status " + answer.statusCode()),
                                    body.path("detail").asString("")));
        }
        return body;
    }

    private JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException another) {
            throw new Hindrance("The server at %s does not answer.".formatted(url), another);
        }
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new Hindrance("The server at %s does not answer.".formatted(url), away);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted.", ended);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
