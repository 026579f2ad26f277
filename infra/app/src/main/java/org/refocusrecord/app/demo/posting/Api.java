package org.refocusrecord.app.demo.posting;

import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.demo.trial.Post;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The server as a client sees it. A server that is busy is asked again, for a while. */
final class Api implements AutoCloseable {

    private static final int ATTEMPTS = 12;
    private static final int LONGEST_WAIT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String url;

    Api(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Posts it, again and again while the server is busy or cannot be reached. */
    Outcome post(Post post, String token) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + post.path()))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(post.body()))
                        .build();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                if (!isBusy(answer) || attempt == ATTEMPTS) {
                    return outcome(answer);
                }
                TimeUnit.SECONDS.sleep(waitOf(answer));
            } catch (IOException away) {
                if (attempt == ATTEMPTS) {
                    throw away(away);
                }
                TimeUnit.MILLISECONDS.sleep(250L * attempt);
            }
        }
    }

    private Hindrance away(IOException cause) {
        return new Hindrance(
                "The server at %s does not answer (%s). What was recorded stays: call again to go on."
                        .formatted(url, cause),
                cause);
    }

    private static boolean isBusy(HttpResponse<String> answer) {
        return answer.statusCode() == 503 || answer.statusCode() == 429;
    }

    private static int waitOf(HttpResponse<String> answer) {
        String after = answer.headers().firstValue("Retry-After").orElse("1");
        int seconds = SECONDS.matcher(after).matches() ? Integer.parseInt(after) : 1;
        return Math.min(seconds, LONGEST_WAIT);
    }

    private Hindrance notTaken() {
        return new Hindrance(
                "The server at %s does not take the token. It may belong to another data folder (--data), or take its tokens from elsewhere (--token)."
                        .formatted(url));
    }

    private Outcome outcome(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 201 -> new Outcome.Recorded();
            // What was erased since cannot be compared any more; it was recorded all the same.
            case 200, 410 -> new Outcome.Repeated();
            case 401 -> throw notTaken();
            default -> refused(answer);
        };
    }

    private static Outcome refused(HttpResponse<String> answer) {
        String code = "status " + answer.statusCode();
        List<String> faults = new ArrayList<>();
        try {
            JsonNode problem = JSON.readTree(answer.body());
            code = problem.path("code").asString(code);
            for (JsonNode fault : problem.path("errors").values()) {
                faults.add(
                        "%s %s: %s"
                                .formatted(
                                        fault.path("code").asString(""),
                                        fault.path("pointer").asString(""),
                                        fault.path("message").asString("")));
            }
        } catch (JacksonException noProblem) {
            faults.add("the answer is no problem document");
        }
        return new Outcome.Refused(code, List.copyOf(faults));
    }

    @Override
    public void close() {
        client.close();
    }
}
