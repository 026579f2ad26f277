package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.app.journey.Service.Answer;

class GoalJourneyTest {

    private final Story story = Story.begun();
    private final String goal = Story.id();
    private final String step = Story.id();

    @Test
    void a_goal_that_was_set_stands_in_the_plan_with_the_step_that_was_done() {
        Answer recorded =
                story.done(
                        story.session(
                                Story.id(),
                                "2011-03-14T10:00:00Z",
                                goalSet() + "," + stepPlanned()));
        story.done(story.session(Story.id(), "2011-04-11T10:00:00Z", stepDone()));

        Answer plan = story.plan(story.staff, "");

        assertThat(plan.status()).as(plan.body().toPrettyString()).isEqualTo(200);
        assertThat(plan.at("/goals/0/goalId").asString()).isEqualTo(goal);
        assertThat(plan.at("/goals/0/statement/text").asString())
                .isEqualTo("To cook for my family again.");
        assertThat(plan.at("/goals/0/setBy/1/id").asString()).isEqualTo(story.worker);
        assertThat(plan.at("/goals/0/steps/0/status").asString()).isEqualTo("DONE");
        assertThat(plan.at("/goals/0/evidence/eventId").asString())
                .isEqualTo(recorded.at("/events/1/eventId").asString());
        assertThat(plan.response().headers().firstValue("X-Position")).isPresent();
    }

    @Test
    void a_repeat_is_answered_with_the_same_receipt() {
        String session = Story.id();
        String body = story.sessionOf(story.caseId, session, "2011-03-14T10:00:00Z", goalSet());
        Answer first = story.done(story.service.post("/api/v1/sessions", body, story.system));
        Answer second = story.service.post("/api/v1/sessions", body, story.system);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.response().headers().firstValue("Repeated")).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
        Answer receipt =
                story.service.get("/api/v1/sessions/" + session + "/receipt", story.system);
        assertThat(receipt.body()).isEqualTo(first.body());
    }

    @Test
    void the_same_session_with_other_content_is_refused() {
        String session = Story.id();
        story.done(story.session(session, "2011-03-14T10:00:00Z", goalSet()));

        Answer other = story.session(session, "2011-03-14T11:00:00Z", goalSet());

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("session.content-differs");
    }

    private String goalSet() {
        return """
        {"entryId": "%s", "kind": "GOAL_SET", "goalId": "%s",
         "statement": {"text": "To cook for my family again.", "statedBy": "SERVICE_USER", "wording": "VERBATIM"},
         "whose": "PERSON", "proposedBy": "SERVICE_USER", "setBy": ["SERVICE_USER", "STAFF"],
         "acceptance": [{"party": "SERVICE_USER", "answer": "AGREE", "how": "SPOKEN"}]}
        """
                .formatted(Story.id(), goal);
    }

    private String stepPlanned() {
        return """
        {"entryId": "%s", "kind": "GOAL_STEP_PLANNED", "goalId": "%s", "stepId": "%s",
         "description": "Buy what is needed for one dish.", "responsible": ["SERVICE_USER"]}
        """
                .formatted(Story.id(), goal, step);
    }

    private String stepDone() {
        return """
        {"entryId": "%s", "kind": "GOAL_STEP_STATUS", "stepId": "%s", "status": "DONE", "doneBy": ["SERVICE_USER"]}
        """
                .formatted(Story.id(), step);
    }
}
