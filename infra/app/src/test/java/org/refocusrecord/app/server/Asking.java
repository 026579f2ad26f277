package org.refocusrecord.app.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a server. */
public final class Asking {

    private Asking() {}

    /** What is answered to a GET without a token. */
    public static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /** What is answered to a GET with a token. */
    public static HttpResponse<String> get(String url, String token)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
    }

    /** What is answered to a POST with a token. */
    public static HttpResponse<String> post(
            String url, String token, String contentType, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder question)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(question.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
