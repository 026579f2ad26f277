package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Versions of a case and positions of the log, for whoever wants to be sure. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreeingOnVersionsTest {

    private static final String AT = "2011-03-14T10:00:00Z";

    private final Story story = Story.begun();
    private final String path = "/api/v1/cases/" + story.caseId;
    private final Body session = story.session(AT, Entries.goalVoiced(Story.id(), "To sing."));

    @Test
    void the_version_that_was_read_is_the_one_to_build_on() {
        String etag = story.service.get(path, story.staff).found().header("ETag");
        assertThat(etag).isEqualTo("\"1\"");

        Answer recorded = posted(session, etag).recorded();

        assertThat(recorded.header("ETag")).isEqualTo("\"3\"");
        assertThat(recorded.at("/caseVersion").asInt()).isEqualTo(3);
        assertThat(story.service.get(path, story.staff).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void whoever_builds_on_an_older_one_is_told() {
        story.post(session).recorded();
        posted(story.session(AT, Entries.goalVoiced(Story.id(), "To dance.")), "\"1\"")
                .refused(412, "version.stale /If-Match");
        assertThat(story.told()).hasSize(3);
    }

    @Test
    void a_repeat_is_a_repeat_whatever_it_builds_on() {
        posted(session, "\"1\"").recorded();
        posted(session, "\"1\"").found();
    }

    @Test
    void any_version_will_do_for_whoever_does_not_ask() {
        posted(session, "*").recorded();
    }

    @Test
    void what_is_no_version_is_refused() {
        posted(session, "one").refused(400, "value.not-allowed /If-Match");
        assertThat(story.told()).containsExactly("case.opened");
    }

    @Test
    void a_read_contains_the_position_that_is_asked_for() {
        long position = story.post(session).recorded().at("/position").asLong();
        Answer plan = story.plan(story.staff, "?minPosition=" + position).found();
        assertThat(Long.parseLong(plan.header("X-Position"))).isGreaterThanOrEqualTo(position);
        assertThat(plan.at("/position").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(plan.at("/goals")).hasSize(1);
    }

    @Test
    void a_read_waits_for_a_position_that_is_still_to_come() throws InterruptedException {
        long next = story.post(session).recorded().at("/position").asLong() + 2;
        Thread later =
                Thread.ofVirtual()
                        .start(() -> story.held(AT, Entries.goalVoiced(Story.id(), "To dance.")));
        Answer plan = story.plan(story.staff, "?minPosition=" + next).found();
        later.join();
        assertThat(plan.at("/goals")).hasSize(2);
    }

    @Test
    void a_receipt_waits_like_any_read() throws InterruptedException {
        Answer first = story.post(session).recorded();
        String receipt = "/api/v1/sessions/" + session.text("sessionId") + "/receipt";
        long next = first.at("/position").asLong() + 2;
        Thread later =
                Thread.ofVirtual()
                        .start(() -> {
                            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                            story.held(AT, Entries.goalVoiced(Story.id(), "To dance."));
                        });
        Answer again = story.service.get(receipt + "?minPosition=" + next, story.system).found();
        later.join();
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void it_does_not_wait_for_ever() {
        Answer behind = story.plan(story.staff, "?minPosition=99999999");
        behind.refused(503, "view.behind ");
        assertThat(behind.header("Retry-After")).isEqualTo("1");
    }

    private Answer posted(Body body, String ifMatch) {
        return story.service.post("/api/v1/sessions", body, story.system, "If-Match", ifMatch);
    }
}
