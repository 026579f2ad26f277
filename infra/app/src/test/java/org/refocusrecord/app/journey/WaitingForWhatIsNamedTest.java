package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** Sessions come by Kafka before what they name was recorded. */
class WaitingForWhatIsNamedTest {

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    private final Story story = Story.begun(Letters.service());
    private final String goal = Story.id();
    private final String step = Story.id();

    @Test
    void a_step_that_comes_before_its_goal_waits_and_is_recorded_when_the_goal_is() {
        String early = LETTERS.send(stepPlanned());
        JsonNode waiting = LETTERS.waiting(early);
        assertThat(waiting.at("/problem/code").asString()).isEqualTo("reference.unknown");
        assertThat(waiting.at("/problem/errors/0/pointer").asString())
                .isEqualTo("/entries/0/goalId");

        story.post(goalSet()).recorded();

        assertThat(LETTERS.outcome(early).path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(LETTERS.outcomesHeard(early)).containsExactly("WAITING", "RECORDED");
    }

    @Test
    void so_does_one_with_a_header_of_any_name() {
        String early =
                LETTERS.send(
                        story.caseId,
                        stepPlanned().toString(),
                        Letters.header("n".repeat(70_000), "1"));
        LETTERS.waiting(early);

        story.post(goalSet()).recorded();

        assertThat(LETTERS.outcome(early).path("outcome").asString()).isEqualTo("RECORDED");
    }

    @Test
    void each_that_waited_may_be_what_the_next_waits_for() {
        String done =
                LETTERS.send(
                        story.session(
                                "2011-03-16T10:00:00Z", Entries.stepDone(step, "SERVICE_USER")));
        LETTERS.waiting(done);
        String planned = LETTERS.send(stepPlanned());
        LETTERS.waiting(planned);

        LETTERS.send(goalSet());

        assertThat(LETTERS.outcome(planned).path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(LETTERS.outcome(done).path("outcome").asString()).isEqualTo("RECORDED");
    }

    @Test
    void a_session_of_a_case_that_is_not_open_yet_waits_for_it() {
        String aCase = Story.id();
        String early =
                LETTERS.send(
                        story.session(
                                        "2011-03-14T10:00:00Z",
                                        Entries.goalSet(goal, Entries.verbatim("To cook.")))
                                .with("caseId", aCase));
        assertThat(LETTERS.waiting(early).at("/problem/code").asString()).isEqualTo("case.unknown");

        story.open(aCase, Story.id()).recorded();

        assertThat(LETTERS.outcome(early).at("/receipt/caseId").asString()).isEqualTo(aCase);
    }

    @Test
    void what_has_another_fault_besides_does_not_wait() {
        String sent = LETTERS.send(stepPlanned().without("lateReason"));

        JsonNode outcome = LETTERS.outcome(sent);

        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(LETTERS.outcomesHeard(sent)).containsExactly("REFUSED");
    }

    @Test
    void what_waits_is_decided_on_when_it_is_tried_again() {
        String early = LETTERS.send(stepPlanned());
        LETTERS.waiting(early);

        story.post(
                        story.session(
                                "2011-03-20T10:00:00Z",
                                Entries.goalSet(goal, Entries.verbatim("To cook again."))))
                .recorded();

        JsonNode outcome = LETTERS.outcome(early);
        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(outcome.at("/problem/code").asString()).isEqualTo("time.before-reference");
    }

    @Test
    void one_that_waits_and_is_posted_at_the_other_door_is_a_repeat() {
        Body session = stepPlanned();
        String early = LETTERS.send(session);
        LETTERS.waiting(early);
        // The goal is recorded with it, in one session more.
        story.post(goalSet()).recorded();
        JsonNode outcome = LETTERS.outcome(early);

        assertThat(story.post(session).found().body()).isEqualTo(outcome.path("receipt"));
    }

    @Test
    void a_session_of_a_case_that_cannot_be_read_waits_until_it_can() throws Exception {
        story.post(goalSet()).recorded();
        String sent;
        String behind;
        try (LogTampering.Unknown _ = LogTampering.unknown(story, "goal.set")) {
            sent = LETTERS.send(stepPlanned(step));
            behind = LETTERS.send(stepPlanned(Story.id()));
            assertThat(LETTERS.waiting(sent).at("/problem/code").asString())
                    .isEqualTo("event.not-readable");
            LETTERS.waiting(behind);
        }

        assertThat(LETTERS.outcome(sent).path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(LETTERS.outcome(behind).path("outcome").asString()).isEqualTo("RECORDED");
    }

    private Body goalSet() {
        return story.session(
                "2011-03-14T10:00:00Z", Entries.goalSet(goal, Entries.verbatim("To cook again.")));
    }

    private Body stepPlanned() {
        return stepPlanned(step);
    }

    private Body stepPlanned(String planned) {
        return story.session(
                "2011-03-15T10:00:00Z", Entries.stepPlanned(goal, planned, "SERVICE_USER"));
    }
}
