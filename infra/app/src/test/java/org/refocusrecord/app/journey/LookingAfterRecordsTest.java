package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;

import tools.jackson.databind.JsonNode;

import java.math.BigInteger;
import java.util.List;

/** What an administrator looks after, each of the own trust; without a trust, of all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LookingAfterRecordsTest {

    private final Story story = Story.begun();
    private final Service service = story.service;
    private final String everywhere = service.token(TokenRequest.of(Role.ADMIN));
    private final String elsewhere = service.token(TokenRequest.of(Role.ADMIN).trust("ELSEWHERE"));

    @Test
    void records_due_for_a_review_are_those_of_the_own_trust() {
        Body closure =
                Body.of(
                        "commandId",
                        Story.id(),
                        "reason",
                        "PERSON_WISHED",
                        "on",
                        "2011-06-30",
                        "recordedBy",
                        Story.worker(story.worker));
        long position =
                story.command("closure", closure, story.system).recorded().at("/position").asLong();
        String retention = "/api/v1/retention?limit=1000&minPosition=" + position;

        assertThat(ids(retention, "/cases", "caseId", story.admin)).containsExactly(story.caseId);
        assertThat(ids(retention, "/cases", "caseId", everywhere)).contains(story.caseId);
        assertThat(ids(retention, "/cases", "caseId", elsewhere)).isEmpty();
        Answer due = service.get(retention, story.admin);
        assertThat(due.text("/cases/0/careEndedOn")).isEqualTo("2011-06-30");
        assertThat(due.text("/cases/0/reviewDueOn")).isEqualTo("2031-06-30");
    }

    @Test
    void a_view_that_is_stopped_and_moved_again_says_up_to_where_the_answer_is_true() {
        Body goal = Entries.goalVoiced(Story.id(), "To sing.");
        long head = story.held("2011-03-14T10:00:00Z", goal).at("/position").asLong();
        for (String how : List.of("pause", "resume")) {
            Answer moved = service.post("/api/v1/projections/retention/" + how, "", everywhere);
            assertThat(Long.parseLong(moved.found().header("X-Position")))
                    .isGreaterThanOrEqualTo(head);
        }
    }

    @Test
    void views_are_shown_with_their_parts_which_make_up_the_whole() {
        Body goal = Entries.goalVoiced(Story.id(), "To dance.");
        long head = story.held("2011-03-15T10:00:00Z", goal).at("/position").asLong();
        service.get("/api/v1/parked?minPosition=" + head, everywhere).found();

        for (JsonNode view : service.get("/api/v1/projections", everywhere).found().body()) {
            JsonNode segments = view.path("segments");
            assertThat(segments).hasSize(Service.SEGMENTS);
            assertThat(sum(segments, "count")).isEqualTo(view.path("count").asLong());
            assertThat(digest(segments)).isEqualTo(view.path("digest").asString());
            assertThat(view.path("handled").asLong())
                    .isGreaterThanOrEqualTo(view.path("position").asLong())
                    .isEqualTo(sum(segments, "handled"));
        }
    }

    private static long sum(JsonNode segments, String name) {
        return segments.findValues(name).stream().mapToLong(JsonNode::asLong).sum();
    }

    private static String digest(JsonNode segments) {
        BigInteger sum =
                segments.findValuesAsString("digest").stream()
                        .map(digest -> new BigInteger(digest, 16))
                        .reduce(BigInteger.ZERO, BigInteger::add);
        return "%064x".formatted(sum.mod(BigInteger.TWO.pow(256)));
    }

    private List<String> ids(String path, String list, String name, String token) {
        return service.get(path, token).found().at(list).findValuesAsString(name);
    }
}
