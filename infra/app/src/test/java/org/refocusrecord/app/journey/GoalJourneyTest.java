package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GoalJourneyTest {

    private final Story story = Story.begun();
    private final String goal = Story.id();
    private final String step = Story.id();

    @Test
    void a_goal_that_was_set_stands_in_the_plan_with_the_step_that_was_done() {
        Answer recorded =
                story.held(
                        "2011-03-14T10:00:00Z",
                        goalSet(),
                        Entries.stepPlanned(goal, step, "SERVICE_USER"));
        story.held("2011-04-11T10:00:00Z", Entries.stepDone(step, "SERVICE_USER"));

        Answer plan = story.plan(story.staff, "").found();

        assertThat(plan.text("/goals/0/goalId")).isEqualTo(goal);
        assertThat(plan.text("/goals/0/statement/text")).isEqualTo("To cook for my family again.");
        assertThat(plan.text("/goals/0/setBy/1/id")).isEqualTo(story.worker);
        assertThat(plan.text("/goals/0/steps/0/status")).isEqualTo("DONE");
        assertThat(plan.text("/goals/0/evidence/eventId"))
                .isEqualTo(recorded.text("/events/1/eventId"));
    }

    @Test
    void a_repeat_is_answered_with_the_same_receipt() {
        Body session = story.session("2011-03-14T10:00:00Z", goalSet());
        Answer first = story.post(session).recorded();
        Answer second = story.post(session).found();

        assertThat(second.header("Repeated")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        String path = "/api/v1/sessions/" + session.text("sessionId");
        assertThat(first.header("Location")).isEqualTo(path);
        Answer receipt = story.service.get(path + "/receipt", story.system).found();
        assertThat(receipt.body()).isEqualTo(first.body());
    }

    @Test
    void a_member_that_is_null_makes_no_other_content() {
        Body session = story.session("2011-03-14T10:00:00Z", goalSet());
        story.post(session).recorded();

        story.post(session.with("firstRecordedAt", null).with("agendaFrom", null)).found();
    }

    @Test
    void the_same_session_with_other_content_is_refused() {
        Body session = story.session("2011-03-14T10:00:00Z", goalSet());
        story.post(session).recorded();

        story.post(session.with("occurredAt", "2011-03-14T11:00:00Z"))
                .refused(409, "session.content-differs /sessionId");
    }

    private Body goalSet() {
        return Entries.goalSet(goal, Entries.verbatim("To cook for my family again."))
                .with("proposedBy", "SERVICE_USER")
                .with("setBy", List.of("SERVICE_USER", "STAFF"))
                .with(
                        "acceptance",
                        List.of(
                                Map.of(
                                        "party",
                                        "SERVICE_USER",
                                        "answer",
                                        "AGREE",
                                        "how",
                                        "SPOKEN")));
    }
}
