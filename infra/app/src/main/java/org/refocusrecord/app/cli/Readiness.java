package org.refocusrecord.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server whether it is ready. */
final class Readiness {

    private static final int READY = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Readiness() {}

    static boolean isReady(String url) throws InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                        .timeout(PATIENCE)
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == READY;
        } catch (IOException notYet) {
            return false;
        }
    }
}
