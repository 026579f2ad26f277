package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectingTest {

    private static final String AT = "2011-03-14T10:00:00Z";

    private final Story story = Story.begun();
    private final String goal = Story.id();
    private final Body set = Entries.goalSet(goal, "To cook again.");
    private final Body planned = Entries.stepPlanned(goal, Story.id(), "STAFF");
    private final Body action = Entries.actionAdded(Story.id(), "STAFF");

    @Test
    void a_mark_has_no_replacement_though_one_that_is_null_is_none() {
        Story story = Story.begun();
        Body action = Entries.actionAdded(Story.id(), "STAFF");
        story.held("2011-03-14T10:00:00Z", action);
        Body mark = Story.mark(action.text("entryId"));
        story.correct(mark.with("replacement", action)).refused(400, "field.unknown /replacement");
        story.correct(mark.with("replacement", null)).recorded();
        assertThat(story.correct(mark).found().header("Repeated")).isEqualTo("true");
    }

    @Test
    void an_amended_entry_keeps_its_place_and_its_evidence() {
        Answer first = story.held(AT, set);
        Answer amended = amend(set, set.with("statement", "To cook for my family.")).recorded();

        Answer plan = story.plan(story.staff, "").found();
        assertThat(plan.text("/goals/0/statement/text")).isEqualTo("To cook for my family.");
        assertThat(plan.text("/goals/0/evidence/eventId"))
                .isEqualTo(first.text("/events/1/eventId"));
        assertThat(plan.text("/goals/0/lastChange/eventId"))
                .isEqualTo(amended.text("/events/0/eventId"));
        assertThat(plan.text("/goals/0/evidence/occurredAt")).startsWith("2011-03-14T10:00:00");
        assertThat(story.plan(story.staff, "?asOf=2011-03-14").text("/goals/0/statement/text"))
                .isEqualTo("To cook for my family.");
        assertThat(story.plan(story.staff, "?asOf=2011-03-13").at("/goals")).isEmpty();
    }

    @Test
    void a_session_that_was_moved_moves_its_entries() {
        Body session = story.session(AT, set);
        Answer first = story.post(session).recorded();
        Body header =
                session.without("sessionId", "entries").with("occurredAt", "2011-03-10T10:00:00Z");
        story.correct(Story.amendment(session.text("sessionId"), header)).recorded();

        Answer plan = story.plan(story.staff, "?asOf=2011-03-10").found();
        assertThat(plan.text("/goals/0/evidence/occurredAt")).startsWith("2011-03-10T10:00:00");
        assertThat(plan.text("/goals/0/evidence/eventId"))
                .isEqualTo(first.text("/events/1/eventId"));
    }

    @Test
    void of_several_amendments_the_last_counts() {
        story.held(AT, set);
        amend(set, set.with("statement", "To bake.")).recorded();
        amend(set, set.with("statement", "To roast.")).recorded();
        assertThat(statement()).isEqualTo("To roast.");
    }

    @Test
    void an_amendment_that_is_taken_back_leaves_what_was_before() {
        story.held(AT, set);
        amend(set, set.with("statement", "To bake.")).recorded();
        Body second = Story.amendment(set.text("entryId"), set.with("statement", "To roast."));
        story.correct(second).recorded();

        story.correct(Story.mark(second.text("commandId"))).recorded();

        assertThat(statement()).isEqualTo("To bake.");
    }

    @Test
    void what_is_marked_in_error_is_gone_and_comes_back_when_the_mark_is_taken_back() {
        story.held(AT, action);
        Body mark = Story.mark(action.text("entryId"));
        story.correct(mark).recorded();
        assertThat(story.plan(story.staff, "").at("/actions")).isEmpty();
        Answer all = story.plan(story.staff, "?include=all").found();
        assertThat(all.text("/actions/0/standing")).isEqualTo("IN_ERROR");

        story.correct(Story.mark(mark.text("commandId"))).recorded();
        assertThat(story.plan(story.staff, "").at("/actions")).hasSize(1);
    }

    @Test
    void what_is_in_error_cannot_be_amended() {
        story.held(AT, action);
        story.correct(Story.mark(action.text("entryId"))).recorded();
        amend(action, action.with("description", "Call them."))
                .refused(422, "entry.in-error /target");
    }

    @Test
    void an_amended_transfer_goes_to_a_team_that_is_there_whatever_else_is_wrong_with_it() {
        String newTeam = Story.id();
        story.team(newTeam);
        Body transfer =
                Body.of(
                        "commandId",
                        Story.id(),
                        "toTeamId",
                        newTeam,
                        "on",
                        "2011-06-01",
                        "recordedBy",
                        Story.worker(story.worker));
        story.command("transfers", transfer, story.system).recorded();
        Body toNowhere = transfer.without("commandId").with("toTeamId", Story.id());

        story.correct(Story.amendment(transfer.text("commandId"), toNowhere))
                .refused(422, "reference.unknown /replacement/toTeamId");

        story.correct(Story.mark(transfer.text("commandId"))).recorded();
        story.correct(Story.amendment(transfer.text("commandId"), toNowhere))
                .refused(422, "entry.in-error /target", "reference.unknown /replacement/toTeamId");
    }

    @Test
    void a_correction_is_not_amended_but_taken_back() {
        story.held(AT, action);
        Body first = Story.amendment(action.text("entryId"), action);
        story.correct(first).recorded();
        story.correct(Story.amendment(first.text("commandId"), first))
                .refused(422, "reference.wrong-kind /target");
    }

    @Test
    void a_goal_on_which_a_step_rests_cannot_be_taken_out_alone() {
        story.held(AT, set);
        Body later = story.session("2011-03-21T10:00:00Z", planned);
        story.post(later).recorded();
        Body mark = Story.mark(set.text("entryId"));

        Answer refused = story.correct(mark).refused(422, "entry.others-rest-on-it /target");
        assertThat(refused.text("/errors/0/message")).contains(planned.text("entryId"));

        story.correct(Story.mark(later.text("sessionId"))).recorded();
        story.correct(mark).recorded();
        assertThat(story.plan(story.staff, "").at("/goals")).isEmpty();
    }

    @Test
    void a_session_is_not_moved_behind_what_rests_on_it() {
        Body first = story.session(AT, set);
        story.post(first).recorded();
        story.held("2011-03-21T10:00:00Z", planned);
        Body header =
                first.without("sessionId", "entries").with("occurredAt", "2011-03-28T10:00:00Z");

        story.correct(Story.amendment(first.text("sessionId"), header))
                .refused(422, "entry.others-rest-on-it /target");
    }

    @Test
    void a_replacement_is_of_the_same_entry() {
        Body other = Entries.goalSet(Story.id(), "To paint.");
        story.held(AT, set, other, planned);
        amend(planned, planned.with("goalId", other.text("goalId")))
                .refused(422, "replacement.not-the-same /replacement/goalId");
        amend(planned, set).refused(422, "replacement.not-the-same /replacement/kind");
        amend(planned, planned.with("entryId", Story.id()))
                .refused(422, "replacement.not-the-same /replacement/entryId");
    }

    @Test
    void a_replacement_that_cannot_be_read_is_refused_with_its_faults() {
        story.held(AT, set);
        amend(set, set.with("whose", "NOBODY").with("colour", "red"))
                .refused(
                        400,
                        "value.not-allowed /replacement/whose",
                        "field.unknown /replacement/colour");
        amend(
                        set,
                        set.with("statement", Map.of("asBefore", true))
                                .with("arisesFrom", List.of(Story.id())))
                .refused(422, "reference.unknown /replacement/arisesFrom/0");
    }

    @Test
    void a_text_that_stays_as_it_was_is_not_sent_again() {
        story.held(AT, set);
        Body asBefore = set.with("statement", Map.of("asBefore", true)).with("whose", "SHARED");
        amend(set, asBefore).recorded();

        Answer plan = story.plan(story.staff, "").found();
        assertThat(plan.text("/goals/0/statement/text")).isEqualTo("To cook again.");
        assertThat(plan.text("/goals/0/whose")).isEqualTo("SHARED");
    }

    @Test
    void nothing_stays_where_nothing_was() {
        story.held(AT, set);
        Map<String, Object> answer =
                Map.of(
                        "party", "SERVICE_USER",
                        "answer", "DISAGREE",
                        "reason", Map.of("asBefore", true));
        amend(set, set.with("acceptance", List.of(answer)))
                .refused(422, "reference.unknown /replacement/acceptance/0/reason");
    }

    @Test
    void the_original_stays_readable() {
        story.held(AT, set);
        amend(set, set.with("statement", "To bake.")).recorded();
        story.correct(Story.mark(set.text("entryId"))).recorded();

        Answer events = story.events(story.staff).found();
        assertThat(story.told())
                .containsExactly(
                        "case.opened",
                        "session.held",
                        "goal.set",
                        "entry.amended",
                        "entry.marked-in-error");
        assertThat(events.text("/events/2/payload/statement/text")).isEqualTo("To cook again.");
        assertThat(events.text("/events/3/payload/replacement/statement/text"))
                .isEqualTo("To bake.");
        assertThat(events.text("/events/4/payload/reason/text")).isEqualTo("It did not happen so.");
    }

    @Test
    void nothing_is_corrected_that_is_not_there() {
        story.correct(Story.mark(Story.id())).refused(422, "reference.unknown /target");
        story.correct(Story.amendment(Story.id(), set)).refused(422, "reference.unknown /target");
    }

    private String statement() {
        return story.plan(story.staff, "").found().text("/goals/0/statement/text");
    }

    private Answer amend(Body entry, Body replacement) {
        return story.correct(Story.amendment(entry.text("entryId"), replacement));
    }
}
