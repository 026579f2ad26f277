package org.refocusrecord.app.faults;

import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The way into a server that may be gone at any moment. */
final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String url;

    Door(String url) {
        this.url = url;
    }

    /** What was answered, byte for byte. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        JsonNode json() {
            return JsonAnswers.mapper().readTree(response.body());
        }

        /** Status and body, for whoever reads why a test failed. */
        @Override
        public String toString() {
            return status() + " " + new String(body(), StandardCharsets.UTF_8);
        }
    }

    Answer post(String path, String json, String token) throws IOException, InterruptedException {
        return send(
                to(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    Answer get(String path, String token) throws IOException, InterruptedException {
        return send(to(path, token));
    }

    /**
     * Whether it says that it takes sessions, and that every view has caught up; false where nobody
     * answers.
     */
    boolean isReady() throws InterruptedException {
        return isWell("readiness");
    }

    /** Whether it says that it takes sessions; false where nobody answers. */
    boolean isRecording() throws InterruptedException {
        return isWell("recording");
    }

    /** Whether it says that it writes down who reads what. */
    boolean isNotingReads() throws InterruptedException {
        return isWell("access");
    }

    private boolean isWell(String what) throws InterruptedException {
        URI health = URI.create(url + "/actuator/health/" + what);
        try {
            return send(HttpRequest.newBuilder(health).timeout(PATIENCE)).status() == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    }
}
