package org.refocusrecord.app.journey;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.MadeAlready;
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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The whole service on a data folder of its own: one for all journeys of a JVM, or one alone. */
final class Service implements AutoCloseable {

    /** Into which the views are cut, so that every journey meets more than one. */
    static final int SEGMENTS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static @Nullable Service shared;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Path data;
    private final LocalIssuer issuer;
    private final RefocusServer server;

    private Service(String url, Path data, RefocusServer server) throws IOException {
        this.url = url;
        this.data = data;
        this.issuer = LocalIssuer.in(data);
        this.server = server;
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
            Path folder = Files.createTempDirectory("refocus-journeys");
            Path data = MadeAlready.in(folder.resolve("data"));
            RefocusServer server = server(data, List.of());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new Service(server.start(), data, server);
        } catch (IOException disk) {
            throw new IllegalStateException(disk);
        }
    }

    /** One that nobody else asks for anything, with settings of its own. */
    static Service alone(Path data, String... settings) throws IOException {
        return again(MadeAlready.in(data), settings);
    }

    /** The same, on a folder where one was before. */
    static Service again(Path data, String... settings) throws IOException {
        RefocusServer server = server(data, List.of(settings));
        return new Service(server.start(), data, server);
    }

    /** One on a database that others may be on too, with keys that are there already, or new. */
    static Service on(String databaseUrl, Path data) throws IOException {
        List<String> settings = List.of("--refocus.segments=" + SEGMENTS);
        RefocusServer server =
                new RefocusServer(new StartOrder(data, 0, databaseUrl, settings), _ -> {});
        return new Service(server.start(), data, server);
    }

    /** Another on the same database, with the keys of this one. */
    Service beside(String databaseUrl, Path folder) throws IOException {
        DataFolder.at(folder).prepare();
        for (String key : List.of("master.key", "seal.key", "token-signing.jwk")) {
            Files.copy(
                    data.resolve("keys").resolve(key),
                    folder.resolve("keys").resolve(key),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return on(databaseUrl, folder);
    }

    private static RefocusServer server(Path data, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.add("--refocus.segments=" + SEGMENTS);
        return new RefocusServer(new StartOrder(data, 0, null, all), _ -> {});
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }

    /** The folder that holds all that the service keeps. */
    Path data() {
        return data;
    }

    String url() {
        return url;
    }

    String token(TokenRequest request) {
        return issuer.token(request, Instant.now());
    }

    Answer post(String path, Object json, String token, String... headers) {
        return send(
                request(path, token, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.toString())));
    }

    Answer get(String path, String token, String... headers) {
        return send(request(path, token, headers));
    }

    /** A request that is not complete yet; without a token where it is empty. */
    HttpRequest.Builder request(String path, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.timeout(PATIENCE);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), body(response), response.body(), response.headers());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean json = type.contains("json") && !type.contains("ndjson");
        return json
                ? JsonAnswers.mapper().readTree(response.body())
                : JsonAnswers.mapper().createObjectNode();
    }
}
