package org.refocusrecord.app.journey;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;
import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.TokenRequest;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The whole service on a data folder of its own, started once for all journeys of a JVM. */
final class Service {

    private static @Nullable Service shared;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Path data;
    private final LocalIssuer issuer;

    private Service(String url, Path data, LocalIssuer issuer) {
        this.url = url;
        this.data = data;
        this.issuer = issuer;
    }

    static synchronized Service running() {
        Service running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    private static Service start() {
        try {
            Path data = Files.createTempDirectory("refocus-journeys").resolve("data");
            RefocusServer server = new RefocusServer(StartOrder.embedded(data, 0), progress -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            String url = server.start();
            return new Service(url, data, LocalIssuer.in(data));
        } catch (IOException disk) {
            throw new IllegalStateException(disk);
        }
    }

    /** What was answered. */
    record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {
        String code() {
            return body.path("code").asString("");
        }

        JsonNode at(String pointer) {
            return body.at(pointer);
        }
    }

    Path data() {
        return data;
    }

    String url() {
        return url;
    }

    String token(TokenRequest request) {
        return issuer.token(request, Instant.now());
    }

    Answer post(String path, String json, String token) {
        return send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    Answer get(String path, String token, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode body =
                    json
                            ? JsonAnswers.mapper().readTree(response.body())
                            : JsonAnswers.mapper().createObjectNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
