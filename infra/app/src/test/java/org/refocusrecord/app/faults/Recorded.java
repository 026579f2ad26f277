package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.faults.PostingClient.Post;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One case as the service gives it out again, held against what was acknowledged. */
final class Recorded {

    private static final int EVENTS_OF_A_SESSION = 4;

    private final Door door;
    private final Team team;
    private final String caseId;

    Recorded(Door door, Team team, String caseId) {
        this.door = door;
        this.team = team;
        this.caseId = caseId;
    }

    /** Sent once more, each is answered as it was the first time, byte for byte. */
    void isRepeatedWithTheSameReceipt(List<Post> posts) throws IOException, InterruptedException {
        for (Post post : posts) {
            Answer again = door.post("/api/v1/sessions", post.body(), team.posting());
            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.response().headers().firstValue("Repeated")).hasValue("true");
            assertThat(again.body()).isEqualTo(post.receipt());
            String path = "/api/v1/sessions/" + post.sessionId() + "/receipt";
            assertThat(door.get(path, team.posting()).body()).isEqualTo(post.receipt());
        }
    }

    /** Sent with something else in it, each is told from what is there. */
    void isNotRepeatedWithOtherWords(List<Post> posts) throws IOException, InterruptedException {
        for (Post post : posts) {
            String other = post.body().replace(post.said(), post.said() + ", or so");
            Answer answer = door.post("/api/v1/sessions", other, team.posting());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.json().path("code").asString(""))
                    .isEqualTo("session.content-differs");
        }
    }

    /** The case holds its opening and these sessions, in this order, and nothing else. */
    void holdsExactly(List<Post> posts) throws IOException, InterruptedException {
        List<JsonNode> events = events();
        assertThat(events).hasSize(1 + EVENTS_OF_A_SESSION * posts.size());
        Set<String> entries = new HashSet<>();
        for (int index = 0; index < posts.size(); index++) {
            int first = 1 + EVENTS_OF_A_SESSION * index;
            holds(events.subList(first, first + EVENTS_OF_A_SESSION), posts.get(index), entries);
        }
        assertThat(entries).hasSize(events.size() - 1);
        for (int sequence = 0; sequence < events.size(); sequence++) {
            assertThat(events.get(sequence).at("/sequence").asLong()).isEqualTo(sequence);
        }
    }

    private static void holds(List<JsonNode> events, Post post, Set<String> entries) {
        JsonNode lines = JsonAnswers.mapper().readTree(post.receipt()).at("/events");
        assertThat(lines.size()).isEqualTo(EVENTS_OF_A_SESSION);
        for (int index = 0; index < events.size(); index++) {
            JsonNode event = events.get(index);
            JsonNode line = lines.get(index);
            for (String member : List.of("eventId", "type", "sequence", "position")) {
                assertThat(event.get(member)).isEqualTo(line.get(member));
            }
            entries.add(line.at("/entryId").asString());
            assertThat(event.at("/commandId").asString()).isEqualTo(post.sessionId());
            if (index > 0) {
                assertThat(said(event.at("/payload"))).isEqualTo(post.said());
            }
        }
    }

    private static String said(JsonNode payload) {
        String statement = payload.has("statement") ? "/statement" : "/description";
        return payload.at(statement + "/text").asString();
    }

    private List<JsonNode> events() throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        while (true) {
            String after = events.isEmpty() ? "" : "&after=" + (events.size() - 1);
            String path = "/api/v1/cases/" + caseId + "/events?limit=1000" + after;
            Answer page = door.get(path, team.reading());
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            JsonNode found = page.json().at("/events");
            found.forEach(events::add);
            if (page.json().at("/next").isNull()) {
                return events;
            }
        }
    }
}
