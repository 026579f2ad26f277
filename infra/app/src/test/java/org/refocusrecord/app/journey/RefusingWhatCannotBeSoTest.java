package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/**
 * Sessions that can be read, and yet cannot be so: every fault is named, and nothing is recorded.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingWhatCannotBeSoTest {

    private static final String AT = "2011-03-14T10:00:00Z";

    private final Story story = Story.begun();
    private final Body set = Entries.goalSet(Story.id(), "To cook.");
    private final Body planned = Entries.stepPlanned(set.text("goalId"), Story.id(), "STAFF");

    @Test
    void an_id_is_taken_once_and_for_all() {
        Body session = story.session(AT, set, planned);
        story.post(session).recorded();
        List<String> before = story.told();

        refused(409, set.with("entryId", Story.id()), "id.taken /entries/0/goalId");
        refused(
                409,
                Entries.goalSet(Story.id(), "To paint.").with("entryId", set.text("entryId")),
                "id.taken /entries/0/entryId");
        refused(
                409,
                Entries.goalSet(session.text("sessionId"), "To paint."),
                "id.taken /entries/0/goalId");
        refused(
                409,
                Entries.valueTold(planned.text("stepId"), "Freedom."),
                "id.taken /entries/0/valueId");
        Body reopening = Body.of("commandId", session.text("sessionId"), "on", "2011-05-02");
        story.command("reopening", reopening, story.staff).refused(409, "id.taken /commandId");
        assertThat(story.told()).isEqualTo(before);
    }

    @Test
    void two_entries_of_one_session_have_two_ids() {
        Body twin = Entries.valueTold(Story.id(), "Freedom.").with("entryId", set.text("entryId"));
        story.post(story.session(AT, set, twin)).refused(409, "id.taken /entries/1/entryId");
    }

    @Test
    void a_step_is_not_planned_for_another_case_s_goal() {
        Story other = Story.begun();
        other.held(AT, set);
        refused(422, planned, "reference.unknown /entries/0/goalId");
    }

    @Test
    void no_effect_comes_before_its_cause() {
        story.held(AT, set);
        Answer refused =
                story.post(story.session("2011-03-14T09:59:59Z", planned))
                        .refused(422, "time.before-reference /entries/0/goalId");
        assertThat(refused.text("/errors/0/message"))
                .contains("2011-03-14T09:59:59", "2011-03-14T10:00:00");

        Story another = Story.begun();
        another.post(another.session(AT, planned, set))
                .refused(422, "reference.unknown /entries/0/goalId");
        assertThat(another.told()).containsExactly("case.opened");
    }

    @Test
    void a_goal_conversation_alone_names_goals_further_down() {
        Body conversation =
                Entries.entry(
                        "GOAL_CONVERSATION",
                        "phase",
                        "IDENTIFY_GOALS",
                        "goals",
                        List.of(set.text("goalId")));
        story.held(AT, conversation, set);
    }

    @Test
    void every_fault_is_named_at_once_but_not_what_only_follows_from_another() {
        Body badSet = set.with("setBy", List.of("CARER"));
        Body badContract =
                Entries.entry(
                        "COACHING_CONTRACT_AGREED",
                        "contractId",
                        Story.id(),
                        "worker",
                        "STAFF",
                        "purpose",
                        "To paint.",
                        "agreedBy",
                        List.of("STAFF"));
        story.post(story.session(AT, badSet, planned, badContract))
                .refused(
                        422,
                        "party.unknown /entries/0/setBy/0",
                        "contract.needs-both /entries/2/agreedBy");
    }

    @Test
    void a_late_session_says_why() {
        Body session = story.session(AT, set);
        story.post(session.without("lateReason")).refused(422, "late.reason-missing /lateReason");
        story.post(session.without("lateReason").with("firstRecordedAt", "2011-03-14T12:00:00Z"))
                .recorded();
        assertThat(story.plan(story.staff, "").at("/notices").findValuesAsString("code"))
                .doesNotContain("entry.late");
        story.held("2011-03-15T10:00:00Z", planned);
        assertThat(story.plan(story.staff, "").at("/notices").findValuesAsString("code"))
                .contains("entry.late");
    }

    @Test
    void what_is_merely_odd_is_recorded_and_noticed() {
        Body closure = Body.of("commandId", Story.id(), "reason", "MOVED_AWAY", "on", "2011-03-01");
        story.command("closure", closure, story.staff).recorded();
        Map<String, Object> stranger = Story.worker(Story.id());
        Answer held =
                story.held(
                        AT,
                        set.with("setBy", List.of("STAFF", stranger)),
                        Entries.entry(
                                "GOAL_STATUS",
                                "goalId",
                                set.text("goalId"),
                                "status",
                                "COMPLETED",
                                "decidedBy",
                                List.of("STAFF")),
                        planned);

        assertThat(story.plan(story.staff, "").at("/notices").findValuesAsString("code"))
                .contains("case.not-open", "goal.not-active", "entry.late");
        Answer ofTeam =
                story.service.get(
                        "/api/v1/teams/"
                                + story.team
                                + "/notices?minPosition="
                                + held.text("/position"),
                        story.leader);
        assertThat(ofTeam.found().at("/notices").findValuesAsString("code"))
                .contains("case.not-open", "goal.not-active", "staff.not-on-roster");
    }

    private void refused(int status, Body entry, String fault) {
        story.post(story.session("2011-03-21T10:00:00Z", entry)).refused(status, fault);
    }
}
