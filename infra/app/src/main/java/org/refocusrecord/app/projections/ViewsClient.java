package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.demo.Host;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** Asks a server about its views and about what waits in them. */
final class ViewsClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    private ViewsClient(String url, String token) {
        this.url = (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/api/v1";
        this.token = token;
    }

    /** Of the server that is meant, with a token that was given or is made. */
    static ViewsClient of(ServerOption server) {
        return new ViewsClient(Host.address(server), Host.administrator(server));
    }

    /** All views. */
    JsonNode views() {
        return asked(request("/projections"));
    }

    /** One view as it is now. */
    JsonNode view(String name) {
        return among(views(), name);
    }

    /** Does something to a view; how it is then. */
    JsonNode done(String name, String deed) {
        if (!NAME.matcher(name).matches()) {
            throw unknown(name);
        }
        return among(asked(post("/projections/%s/%s".formatted(name, deed))), name);
    }

    private static JsonNode among(JsonNode views, String name) {
        for (JsonNode view : views) {
            if (view.path("name").asString("").equals(name)) {
                return view;
            }
        }
        throw unknown(name);
    }

    private static Hindrance unknown(String name) {
        return new Hindrance("There is no view '%s': the list has their names.".formatted(name));
    }

    /** What waits. */
    JsonNode parked() {
        return asked(request("/parked"));
    }

    /** Tries to apply what waits of a case, team or study; what still waits of it. */
    JsonNode release(String id) {
        String alone = id.replaceFirst("^(case|team|study)/", "");
        if (!ID.matcher(alone).matches()) {
            throw new Hindrance("'%s' is no id of a case, team or study.".formatted(id));
        }
        return asked(post("/parked/" + alone + "/release"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder post(String path) {
        return request(path).POST(HttpRequest.BodyPublishers.noBody());
    }

    private JsonNode asked(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = sent(request.build());
        JsonNode body = json(answer.body());
        if (answer.statusCode() != OK) {
            throw new Hindrance(
                    "The server says: %s. %s"
                            .formatted(
                                    body.path("title").asString("status " + answer.statusCode()),
                                    body.path("detail").asString("")));
        }
        return body;
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new Hindrance("The server at %s does not answer.".formatted(url), away);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted.", ended);
        }
    }

    private JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException another) {
            throw new Hindrance("The server at %s does not answer.".formatted(url), another);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
