package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.security.LocalIssuer;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the views of a server hold. */
final class Views {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Door door;
    private final String administrator;

    private Views(Door door, String administrator) {
        this.door = door;
        this.administrator = administrator;
    }

    /** Of a server, as an administrator by the issuer of its data folder. */
    static Views of(Path data, Door door) throws IOException {
        String administrator =
                LocalIssuer.in(data).token(TokenRequest.of(Role.ADMIN), Instant.now());
        return new Views(door, administrator);
    }

    /**
     * By name, how many rows each has, and their digest; once all have come to the log's head, and
     * that is no earlier than this position. Nothing is parked.
     */
    Map<String, String> atHead(long position) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<Map<String, String>> held = held(position);
            if (held.isPresent()) {
                return held.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the views stay behind");
    }

    private Optional<Map<String, String>> held(long position)
            throws IOException, InterruptedException {
        Map<String, String> held = new TreeMap<>();
        Door.Answer answer = door.get("/api/v1/projections", administrator);
        if (answer.status() != 200) {
            return Optional.empty();
        }
        for (JsonNode view : answer.json()) {
            if (view.path("lag").asLong() != 0 || view.path("position").asLong() < position) {
                return Optional.empty();
            }
            held.put(
                    view.path("name").asString(),
                    view.path("count") + " rows, " + view.path("digest"));
        }
        assertThat(door.get("/api/v1/parked", administrator).json()).as("parked").isEmpty();
        return held.isEmpty() ? Optional.empty() : Optional.of(held);
    }
}
