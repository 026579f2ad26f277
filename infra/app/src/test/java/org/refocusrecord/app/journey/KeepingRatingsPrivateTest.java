package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** A rating that the person does not share is listed to staff, without its answers and scores. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingRatingsPrivateTest {

    private static final Map<String, Object> BEFORE = Map.of("asBefore", true);

    private final Story story = Story.begun();
    private final Map<String, Object> rated = Story.worker(story.worker);
    private final Body unshared = Entries.briefInspire(Story.id(), rated);
    private final Body shared =
            Entries.briefInspire(Story.id(), rated).with("sharedWithWorker", true);
    private final String plan = "/api/v1/cases/" + story.caseId + "/care-plan";
    private final String events = "/api/v1/cases/" + story.caseId + "/events";

    private void written() {
        story.own("2011-03-14T10:00:00Z", unshared).recorded();
    }

    @Test
    void staff_see_that_there_is_one() {
        written();
        for (String token : List.of(story.staff, story.leader)) {
            JsonNode rating = story.service.get(plan, token).found().at("/ratings/0");
            assertThat(rating.path("ratingId").asString()).isEqualTo(unshared.text("ratingId"));
            assertThat(rating.propertyNames()).doesNotContain("answers", "scores");
            assertThat(story.service.get(events, token).found().asText())
                    .contains("relationship.rated")
                    .doesNotContain("answers", "B1");
        }
    }

    @Test
    void the_person_and_an_auditor_with_a_purpose_see_it_whole() {
        written();
        List<Answer> answers =
                List.of(
                        story.service.get(plan, story.self),
                        story.service.get(plan, story.auditor, "Purpose", "QUALITY"));
        for (Answer answer : answers) {
            assertThat(answer.found().at("/ratings/0/answers/B1").asInt()).isEqualTo(3);
            assertThat(answer.at("/ratings/0/scores/0/scale").asString()).isEqualTo("TOTAL");
            assertThat(answer.at("/ratings/0/scores/0/value").asDouble()).isEqualTo(55.0);
        }
        assertThat(story.service.get(events, story.self).asText()).contains("\"B1\":3");
        assertThat(story.service.get(plan, story.auditor).asText()).doesNotContain("\"B1\"");
        assertThat(story.service.get(events, story.auditor).asText()).doesNotContain("\"B1\"");
    }

    @Test
    void one_that_is_shared_is_seen_by_staff() {
        story.own("2011-03-14T10:00:00Z", shared).recorded();
        Answer answer = story.service.get(plan, story.staff).found();
        assertThat(answer.at("/ratings/0/scores/0/value").asDouble()).isEqualTo(55.0);
    }

    @Test
    void one_that_was_amended_is_as_private_as_before() {
        written();
        Body changed =
                unshared.with("answers", Map.of("B1", 1, "B2", 1, "B3", 1, "B4", 1, "B5", 1));
        story.command("corrections", Story.amendment(unshared.text("entryId"), changed), story.self)
                .recorded();

        assertThat(story.service.get(events, story.staff).asText()).doesNotContain("\"B1\"");
        assertThat(story.service.get(plan, story.staff).asText()).doesNotContain("\"B1\"");
        assertThat(story.service.get(plan, story.self).at("/ratings/0/scores/0/value").asDouble())
                .isEqualTo(25.0);
    }

    @Test
    void one_of_a_session_is_not_in_the_session_as_it_is_read() {
        Body session = story.session("2011-03-14T10:00:00Z", unshared);
        story.post(session).recorded();
        String path = "/api/v1/sessions/" + session.text("sessionId");
        assertThat(story.service.get(path, story.staff).found().asText()).doesNotContain("\"B1\"");
        assertThat(story.service.get(path, story.self).found().asText()).contains("\"B1\":3");
    }

    @Test
    void one_that_is_not_shared_any_more_is_not_found_by_looking_back() {
        Body session = story.session("2011-03-14T10:00:00Z", shared);
        String known = story.post(session).recorded().text("/recordedAt");
        String sessionPath = "/api/v1/sessions/" + session.text("sessionId");
        assertThat(story.events(story.staff).asText()).contains("\"B1\":3");

        Body change = shared.with("sharedWithWorker", false).with("answers", BEFORE);
        story.correct(
                        Story.amendment(shared.text("entryId"), change)
                                .with("confirmedBy", "SERVICE_USER"))
                .recorded();

        for (String token : List.of(story.staff, story.leader)) {
            for (String path : List.of(events, sessionPath, plan, plan + "?include=all")) {
                assertThat(story.service.get(path, token).found().asText())
                        .as(path)
                        .doesNotContain("\"B1\"", "\"scores\"");
            }
        }
        assertThat(story.plan(story.staff, "?knownAt=" + known).found().at("/ratings")).hasSize(1);
        assertThat(story.plan(story.staff, "?knownAt=" + known).asText()).doesNotContain("\"B1\"");
        assertThat(story.events(story.self).asText()).contains("\"B1\":3");
    }

    @Test
    void one_that_is_shared_later_is_seen_wherever_it_stands() {
        written();
        Body change =
                Story.amendment(unshared.text("entryId"), unshared.with("sharedWithWorker", true));
        story.command("corrections", change, story.self).recorded();

        assertThat(story.events(story.staff).asText()).contains("\"B1\":3");
        assertThat(story.plan(story.staff, "").at("/ratings/0/answers/B1").asInt()).isEqualTo(3);

        story.command("corrections", Story.mark(change.text("commandId")), story.self).recorded();

        assertThat(story.events(story.staff).asText()).doesNotContain("\"B1\"");
        assertThat(story.plan(story.staff, "").asText()).doesNotContain("\"B1\"");
    }
}
