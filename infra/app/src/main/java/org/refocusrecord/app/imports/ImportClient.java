package org.refocusrecord.app.imports;

import org.refocusrecord.app.data.Hindrance;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends parts of an import to a server, each again while the server is busy or away. */
final class ImportClient implements AutoCloseable {

    private static final int ATTEMPTS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    ImportClient(String url, String token) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
    }

    /**
     * The outcome of each line, in order. Lines that a stopped or broken answer says nothing of are
     * sent again.
     */
    List<JsonNode> outcomes(List<byte[]> lines) {
        List<JsonNode> outcomes = new ArrayList<>();
        int inVain = 0;
        while (outcomes.size() < lines.size()) {
            int before = outcomes.size();
            try {
                outcomes.addAll(sent(lines.subList(before, lines.size())));
            } catch (IOException away) {
                if (inVain == ATTEMPTS) {
                    throw away(away);
                }
            }
            inVain = outcomes.size() > before ? 0 : inVain + 1;
            if (inVain > ATTEMPTS) {
                throw away(new IOException("it is busy"));
            }
            pause(inVain);
        }
        return outcomes;
    }

    private List<JsonNode> sent(List<byte[]> lines) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/imports"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(lines))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case OK -> outcomes(answer.body());
                case UNAUTHORIZED, FORBIDDEN ->
                        throw new Hindrance(
                                "The server at %s does not take the token (%d)."
                                        .formatted(url, answer.statusCode()));
                default -> throw new IOException("status " + answer.statusCode());
            };
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted. Call again to go on.", ended);
        }
    }

    /** Up to the line that says that the server stopped, or the one that was broken off. */
    private static List<JsonNode> outcomes(byte[] body) {
        List<JsonNode> outcomes = new ArrayList<>();
        for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
            try {
                JsonNode outcome = JSON.readTree(line);
                if (!outcome.isObject() || outcome.path("outcome").asString("").equals("STOPPED")) {
                    return outcomes;
                }
                outcomes.add(outcome);
            } catch (JacksonException brokenOff) {
                return outcomes;
            }
        }
        return outcomes;
    }

    private static void pause(int inVain) {
        if (inVain == 0) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(250L * inVain, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted. Call again to go on.", ended);
        }
    }

    private Hindrance away(IOException cause) {
        return new Hindrance(
                "The server at %s does not answer (%s). What was recorded stays: call again to go on."
                        .formatted(url, cause.getMessage()),
                cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
