package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A session that was recorded on another person's case. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MovingToTheRightPersonTest {

    private final Story story = Story.begun();
    private final String otherCase = Story.id();
    private final Body session =
            story.session(
                    "2011-03-14T10:00:00Z",
                    Entries.goalSet(Story.id(), Entries.verbatim("To swim on Tuesdays.")),
                    Entries.briefInspire(Story.id(), "STAFF"));
    private final Body anew = session.with("sessionId", Story.id()).with("caseId", otherCase);

    @Test
    void is_marked_in_error_and_posted_anew() {
        story.open(otherCase, Story.id()).recorded();
        story.post(session).recorded();
        assertThat(plan(story.caseId).text("/goals/0/statement/text"))
                .isEqualTo("To swim on Tuesdays.");

        Body mark = Story.mark(session.text("sessionId")).with("because", "WRONG_PERSON");
        story.correct(mark).recorded();
        story.post(anew).recorded();

        assertThat(plan(story.caseId).at("/goals")).isEmpty();
        assertThat(plan(story.caseId).at("/ratings")).isEmpty();
        assertThat(plan(otherCase).text("/goals/0/statement/text"))
                .isEqualTo("To swim on Tuesdays.");
        assertThat(plan(otherCase).at("/ratings")).hasSize(1);
        assertThat(story.events(story.staff).text("/events/2/payload/statement/text"))
                .isEqualTo("To swim on Tuesdays.");
    }

    @Test
    void is_not_moved_by_an_amendment() {
        story.open(otherCase, Story.id()).recorded();
        story.post(session).recorded();
        Body header = session.without("sessionId", "entries").with("caseId", otherCase);
        story.correct(Story.amendment(session.text("sessionId"), header))
                .refused(422, "replacement.not-the-same /replacement/caseId");
    }

    @Test
    void is_not_posted_anew_under_the_old_id() {
        story.open(otherCase, Story.id()).recorded();
        story.post(session).recorded();
        story.post(session.with("caseId", otherCase))
                .refused(409, "session.content-differs /sessionId");
    }

    private Answer plan(String aCase) {
        return story.service.get("/api/v1/cases/" + aCase + "/care-plan", story.staff).found();
    }
}
