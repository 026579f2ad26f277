package org.refocusrecord.app.imports;

import org.refocusrecord.app.data.Hindrance;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends parts of an import to a server, each again while the server is busy or away. */
final class ImportClient implements AutoCloseable {

    private static final int ATTEMPTS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;
    private final int attempts;
    private final Duration patience;

    ImportClient(String url, String token) {
        this(url, token, ATTEMPTS, PATIENCE);
    }

    /**
     * @param attempts how many sends after each other may bring no outcome
     * @param patience how long a server may say nothing
     */
    ImportClient(String url, String token, int attempts, Duration patience) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
        this.attempts = attempts;
        this.patience = patience;
    }

    /**
     * Hands on the outcome of each line, in order and as it comes. Lines that a stopped or broken
     * answer says nothing of are sent again.
     */
    void send(List<byte[]> lines, Consumer<JsonNode> each) {
        int answered = 0;
        int inVain = 0;
        while (answered < lines.size()) {
            List<byte[]> left = lines.subList(answered, lines.size());
            ImportAnswer answer = answer(left, each);
            answered += answer.outcomes();
            inVain = answer.outcomes() == 0 ? inVain + 1 : 0;
            if (inVain >= attempts) {
                throw new Hindrance(
                        "The server at %s was asked %d times without an outcome: %s. What was recorded stays: call again to go on."
                                .formatted(url, inVain, answer.end()));
            }
            pause(inVain);
        }
    }

    private ImportAnswer answer(List<byte[]> lines, Consumer<JsonNode> each) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/imports"))
                        .timeout(patience)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(lines))
                        .build();
        try {
            HttpResponse<InputStream> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = new AnswerBody(answer.body(), patience)) {
                return switch (answer.statusCode()) {
                    case OK -> ImportAnswer.ofOutcomes(body, lines.size(), each);
                    case UNAUTHORIZED, FORBIDDEN ->
                            throw new Hindrance(
                                    "The server at %s does not take the token (%d)."
                                            .formatted(url, answer.statusCode()));
                    default -> ImportAnswer.ofStatus(answer.statusCode(), body);
                };
            }
        } catch (IOException failed) {
            return ImportAnswer.none(failed);
        } catch (InterruptedException ended) {
            throw interrupted(ended);
        }
    }

    private static void pause(int inVain) {
        if (inVain == 0) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(250L * inVain, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException ended) {
            throw interrupted(ended);
        }
    }

    private static Hindrance interrupted(InterruptedException ended) {
        Thread.currentThread().interrupt();
        return new Hindrance("Interrupted. Call again to go on.", ended);
    }

    @Override
    public void close() {
        client.close();
    }
}
