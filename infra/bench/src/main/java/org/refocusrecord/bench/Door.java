package org.refocusrecord.bench;

import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.TokenRequest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** The server as one account sees it by HTTP, over connections that stay open. */
final class Door {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    private Door(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** That of whoever has such a token. */
    static Door of(Product product, TokenRequest who) throws IOException {
        return new Door(
                product.url(), LocalIssuer.in(product.folder().path()).token(who, Instant.now()));
    }

    /** What is answered to a question; throws where it is none. */
    byte[] get(String path) throws IOException, InterruptedException {
        return answered(path, asked(path).header("Purpose", "AUDIT").build());
    }

    /**
     * Reads what is sent line by line, for as long as another one is wanted; false where nothing is
     * sent, since somebody is too busy for that.
     */
    boolean lines(String path, BooleanSupplier more) throws IOException, InterruptedException {
        HttpRequest request = asked(path).header("Purpose", "AUDIT").build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200 && answer.statusCode() != 503) {
            throw new IOException(path + " was answered " + answer.statusCode());
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            boolean taken = answer.statusCode() == 200;
            while (lines.readLine() != null && (!taken || more.getAsBoolean())) {
                // The line itself is not looked at.
            }
            return taken;
        }
    }

    /** What is answered to a post; throws where it was not taken. */
    byte[] post(String path, String json) throws IOException, InterruptedException {
        return answered(
                path,
                asked(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    /** Sends an import, and reads what came of each line meanwhile. */
    String brought(byte[] lines) throws IOException {
        return new Sending(url, token).answered("/api/v1/imports", "application/x-ndjson", lines);
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private byte[] answered(String path, HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " was answered " + answer.statusCode());
        }
        return answer.body();
    }
}
