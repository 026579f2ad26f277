package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;

/** A repeat is answered to whoever posted it, even when the case is out of reach by then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingOutOfScopeTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Story story = Story.begun();
    private final Service service = story.service;

    @Test
    void a_worker_who_left_is_told_what_became_of_the_own_session() {
        Body session = story.session("2011-03-14T10:00:00Z", aGoal());
        Answer receipt = service.post("/api/v1/sessions", session, story.staff).recorded();
        moved(story.worker, "LEFT");

        Answer again = service.post("/api/v1/sessions", session, story.staff).found();
        assertThat(again.header("Repeated")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(receipt.body());
        service.post("/api/v1/sessions", session.with("minutes", 20), story.staff)
                .refused(409, "session.content-differs /sessionId");
    }

    @Test
    void nobody_else_is_told() {
        Body session = story.session("2011-03-14T10:00:00Z", aGoal());
        story.post(session).recorded();
        moved(story.worker, "LEFT");

        service.post("/api/v1/sessions", session, story.staff).refused(404, "case.unknown ");
        service.post("/api/v1/sessions", session.with("minutes", 20), story.staff)
                .refused(404, "case.unknown ");
    }

    @Test
    void a_correction_is_repeated_only_to_whoever_may_correct() {
        Body action = Entries.actionAdded(Story.id(), "STAFF");
        story.held("2011-03-14T10:00:00Z", action);
        Body mark = Story.mark(action.text("entryId"));
        story.command("corrections", mark, story.staff).recorded();
        String colleague = Story.id();
        moved(colleague, "JOINED");

        story.command("corrections", mark, story.workerToken(colleague))
                .refused(403, "role.not-enough /target");
        story.command("corrections", mark, story.staff).found();
    }

    @Test
    void of_a_case_that_was_opened_in_error_a_session_is_still_repeated() {
        Body session = story.session("2011-03-14T10:00:00Z", aGoal());
        story.post(session).recorded();
        story.correct(Story.mark(session.text("sessionId"))).recorded();
        String opening = story.events(story.auditor).found().at("/events/0/commandId").asString();
        story.correct(Story.mark(opening)).recorded();

        assertThat(story.post(session).found().header("Repeated")).isEqualTo("true");
        story.post(session.with("minutes", 20)).refused(409, "session.content-differs /sessionId");
        story.post(session.with("sessionId", Story.id())).refused(404, "case.unknown ");
    }

    private void moved(String worker, String change) {
        Body moved =
                Body.of(
                        "commandId",
                        Story.id(),
                        "workerId",
                        worker,
                        "change",
                        change,
                        "on",
                        LocalDate.now(ZONE).minusDays(1).toString());
        service.post("/api/v1/teams/" + story.team + "/staff", moved, story.leader).recorded();
    }

    private static Body aGoal() {
        return Entries.goalVoiced(Story.id(), "To sing in the choir.");
    }
}
