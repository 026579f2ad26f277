package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** What becomes of a session by Kafka at which the database, and so the program, fails. */
class FailingAtASessionTest {

    private static final String A_FAULT = "XX000";
    private static final String A_DEADLOCK = "40P01";
    private static final int FOR_EVER = 1_000_000;

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    private final Story story = Story.begun(Letters.service());

    private Body goalSet() {
        return story.session(
                "2011-03-14T10:00:00Z",
                Entries.goalSet(Story.id(), Entries.verbatim("To cook for friends.")));
    }

    @Test
    void what_was_a_fault_of_the_moment_is_recorded() throws Exception {
        String sent;
        try (LogTampering.Failing failing = LogTampering.failing(story, 2, A_FAULT)) {
            sent = LETTERS.send(goalSet());

            assertThat(LETTERS.outcome(sent).path("outcome").asString()).isEqualTo("RECORDED");
            assertThat(failing.tries()).isGreaterThan(2);
        }
        assertThat(LETTERS.outcomesHeard(sent)).containsExactly("RECORDED");
    }

    @Test
    void what_fails_each_time_is_a_dead_letter_after_three_tries() throws Exception {
        try (LogTampering.Failing failing = LogTampering.failing(story, FOR_EVER, A_FAULT)) {
            String sent = LETTERS.send(goalSet());

            JsonNode outcome = LETTERS.outcome(sent);

            assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
            assertThat(outcome.at("/problem/code").asString()).isEqualTo("fault");
            assertThat(failing.tries()).isEqualTo(3);
            assertThat(Letters.text(LETTERS.dead(sent), "refocus_cause")).isEqualTo("fault");
        }
    }

    @Test
    void what_was_rolled_back_for_the_sake_of_another_is_tried_until_it_is_not() throws Exception {
        try (LogTampering.Failing failing = LogTampering.failing(story, 5, A_DEADLOCK)) {
            String sent = LETTERS.send(goalSet());

            assertThat(LETTERS.outcome(sent).path("outcome").asString()).isEqualTo("RECORDED");
            assertThat(failing.tries()).isGreaterThan(5);
        }
    }
}
