package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The person's own door: what comes by it is the person's, and needs nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeakingForOneselfTest {

    private static final Story STORY = Story.begun();
    private static final Map<String, Object> WORKER = Story.worker(STORY.worker);
    private static final String GOAL = Story.id();
    private static final String CONTRACT = Story.id();

    static {
        STORY.held(
                "2011-03-01T10:00:00Z",
                Entries.goalSet(GOAL, "To be out of the house each day."),
                Entries.entry(
                        "COACHING_CONTRACT_AGREED",
                        "contractId",
                        CONTRACT,
                        "worker",
                        "STAFF",
                        "purpose",
                        "To find a way back to work.",
                        "agreedBy",
                        List.of("STAFF", "SERVICE_USER")));
    }

    private final Story story = Story.begun();

    @Test
    void a_goal_is_voiced_in_the_person_s_own_words() {
        String goal = Story.id();
        Answer receipt =
                story.own("2011-03-14T10:00:00Z", Entries.goalVoiced(goal, "To sing again."))
                        .recorded();

        assertThat(receipt.text("/events/0/type")).isEqualTo("own-entries.written");
        assertThat(receipt.text("/events/1/type")).isEqualTo("goal.voiced");
        JsonNode voiced = story.plan(story.staff, "").found().at("/goals/0");
        assertThat(voiced.path("state").asString()).isEqualTo("VOICED");
        assertThat(voiced.at("/statement/text").asString()).isEqualTo("To sing again.");
        assertThat(voiced.at("/statement/wording").asString()).isEqualTo("WRITTEN_BY_THEM");
        assertThat(voiced.at("/statement/statedBy/id").asString()).isEqualTo(story.person);
        assertThat(voiced.at("/evidence/recordedBy/id").asString()).isEqualTo(story.person);
    }

    @Test
    void what_is_left_out_is_the_person() {
        String goal = Story.id();
        String step = Story.id();
        story.own(
                        "2011-03-14T10:00:00Z",
                        Entries.goalSet(goal, "To sing.").without("setBy", "proposedBy"),
                        Entries.stepPlanned(goal, step).without("responsible"),
                        Entries.stepDone(step).without("doneBy"))
                .recorded();

        JsonNode set = story.plan(story.self, "").found().at("/goals/0");
        assertThat(set.at("/setBy/0/id").asString()).isEqualTo(story.person);
        assertThat(set.at("/proposedBy/id").asString()).isEqualTo(story.person);
        assertThat(set.at("/steps/0/responsible/0/id").asString()).isEqualTo(story.person);
        assertThat(set.at("/steps/0/doneBy/0/id").asString()).isEqualTo(story.person);
    }

    @Test
    void a_goal_that_a_worker_set_is_accepted_later_by_an_own_act() {
        String goal = Story.id();
        Map<String, Object> pending = Map.of("party", "SERVICE_USER", "answer", "PENDING");
        story.held(
                "2011-03-14T10:00:00Z",
                Entries.goalSet(goal, "To sing.").with("acceptance", List.of(pending)));
        story.own(
                        "2011-04-04T10:00:00Z",
                        Entries.entry("GOAL_ACCEPTANCE", "goalId", goal, "answer", "AGREE"))
                .recorded();

        JsonNode set = story.plan(story.staff, "").found().at("/goals/0");
        assertThat(set.path("acceptance")).hasSize(1);
        assertThat(set.at("/acceptance/0/answer").asString()).isEqualTo("AGREE");
        assertThat(set.at("/acceptance/0/how").asString()).isEqualTo("OWN_ACT");
        assertThat(set.at("/setBy/0/id").asString()).isEqualTo(story.worker);
        assertThat(story.plan(story.staff, "?asOf=2011-04-03").text("/goals/0/acceptance/0/answer"))
                .isEqualTo("PENDING");
    }

    @Test
    void nobody_else_can_make_it_an_own_act() {
        Body goal = Entries.goalSet(Story.id(), "To sing.");
        Map<String, Object> ownAct =
                Map.of("party", "SERVICE_USER", "answer", "AGREE", "how", "OWN_ACT");
        story.post(story.session("2011-03-14T10:00:00Z", goal.with("acceptance", List.of(ownAct))))
                .refused(422, "acceptance.not-own-act /entries/0/acceptance/0/how");
    }

    /** An entry that names somebody else, and where. */
    record Naming(Body entry, String pointer) {
        @Override
        public String toString() {
            return entry.text("kind") + " " + pointer;
        }
    }

    static Stream<Naming> another() {
        Body set = Entries.goalSet(Story.id(), "To sing.").without("proposedBy", "setBy");
        Body review = Entries.entry("GOAL_REVIEW", "goalId", GOAL, "progress", "CLOSER");
        return Stream.of(
                new Naming(set.with("proposedBy", WORKER), "/proposedBy"),
                new Naming(set.with("setBy", List.of("SERVICE_USER", WORKER)), "/setBy/1"),
                new Naming(Entries.stepPlanned(GOAL, Story.id(), WORKER), "/responsible/0"),
                new Naming(
                        Entries.entry(
                                "GOAL_ACCEPTANCE",
                                "goalId",
                                GOAL,
                                "party",
                                WORKER,
                                "answer",
                                "AGREE"),
                        "/party"),
                new Naming(
                        set.with("acceptance", List.of(Map.of("party", WORKER, "answer", "AGREE"))),
                        "/acceptance/0/party"),
                new Naming(
                        Entries.entry(
                                "GOAL_CONCERN", "goalId", GOAL, "by", WORKER, "concern", "RISK"),
                        "/by"),
                new Naming(review.with("accordingTo", WORKER), "/accordingTo"),
                new Naming(
                        Entries.entry(
                                "STRENGTH_NOTICED",
                                "strengthId",
                                Story.id(),
                                "noticedBy",
                                WORKER,
                                "statement",
                                "Patience."),
                        "/noticedBy"),
                new Naming(
                        Entries.entry(
                                "MEASURE",
                                "measureId",
                                Story.id(),
                                "measure",
                                "GAF",
                                "rater",
                                WORKER,
                                "answers",
                                Map.of("G", 50)),
                        "/rater"),
                new Naming(
                        Entries.entry(
                                "COACHING_CONTRACT_ENDED",
                                "contractId",
                                CONTRACT,
                                "endedBy",
                                WORKER),
                        "/endedBy"));
    }

    @ParameterizedTest
    @MethodSource("another")
    void nobody_else_is_named_at_the_own_door(Naming naming) {
        STORY.own("2011-04-04T10:00:00Z", naming.entry())
                .refused(422, "own-entry.another-person /entries/0" + naming.pointer());
    }

    @Test
    void what_staff_do_does_not_come_by_the_own_door() {
        story.own(
                        "2011-04-04T10:00:00Z",
                        Entries.entry(
                                "PRACTICE_OFFERED",
                                "practice",
                                "WP1",
                                "offeredBy",
                                "SERVICE_USER",
                                "response",
                                "DECLINED"))
                .refused(400, "value.not-allowed /entries/0/kind");
        assertThat(story.told()).containsExactly("case.opened");
    }

    @Test
    void a_contract_is_ended_without_a_reason() {
        STORY.own(
                        "2011-04-04T10:00:00Z",
                        Entries.entry("COACHING_CONTRACT_ENDED", "contractId", CONTRACT))
                .recorded();
        assertThat(STORY.plan(STORY.self, "").at("/contracts/0/ended").isNull()).isFalse();
    }
}
