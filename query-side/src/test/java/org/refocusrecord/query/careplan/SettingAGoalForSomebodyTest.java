package org.refocusrecord.query.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.header;
import static org.refocusrecord.query.history.CaseStory.text;
import static org.refocusrecord.query.history.Entries.acceptance;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.goal;
import static org.refocusrecord.query.history.Entries.goalSet;
import static org.refocusrecord.query.history.Entries.goalVoiced;
import static org.refocusrecord.query.history.Entries.ownAnswer;
import static org.refocusrecord.query.history.Entries.step;
import static org.refocusrecord.query.history.Entries.stepMovedTo;
import static org.refocusrecord.query.history.Entries.stepPlanned;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.query.history.CaseStory;
import org.refocusrecord.query.history.Standing;

import java.time.Instant;
import java.util.List;

/**
 * One story by two clocks: a goal is voiced, set by a worker for the person, agreed by the person's
 * own act, its step shared out, the goal amended, the amendment taken back, and the session in
 * which it was set found to have been on another day.
 */
class SettingAGoalForSomebodyTest {

    private final CaseStory story = new CaseStory("2012-01-02");
    private CommandId setting = story.nextCommand();
    private CommandId amendment = story.nextCommand();

    @BeforeEach
    void the_story() {
        story.ownEntries("2012-01-10T09:00:00Z", goalVoiced(1, 1, "sing in a choir"));
        setting =
                story.session(
                        "2012-02-01T10:00:00Z",
                        goalSet(
                                2,
                                1,
                                CaseStory.said("join a choir"),
                                List.of(acceptance(PERSON, AcceptanceAnswer.NOT_ASKED)),
                                List.of(WORKER)),
                        stepPlanned(3, 1, 1, WORKER));
        story.ownEntries("2012-02-10T09:00:00Z", ownAnswer(4, 1, AcceptanceAnswer.AGREE));
        story.session("2012-03-01T10:00:00Z", stepMovedTo(5, 1, WORKER, PERSON));
        story.recordedAt("2012-04-01T09:00:00Z");
        amendment =
                story.amended(
                        entry(2),
                        goalSet(
                                2,
                                1,
                                CaseStory.said("join any group"),
                                List.of(acceptance(PERSON, AcceptanceAnswer.NOT_ASKED)),
                                List.of(WORKER)));
        story.recordedAt("2012-05-01T09:00:00Z");
        story.inError(amendment);
        story.recordedAt("2012-06-01T09:00:00Z");
        story.amended(setting, header(setting, "2012-01-25T10:00:00Z", WORKER, WORKER, PERSON));
    }

    @Test
    void at_first_the_goal_is_voiced_and_has_no_status() {
        PlanGoal goal = theGoal("2012-01-20T00:00:00Z", null);

        assertThat(goal.state()).isEqualTo(GoalState.VOICED);
        assertThat(goal.status()).isNull();
        assertThat(text(goal.statement())).isEqualTo("sing in a choir");
        assertThat(goal.voiced()).isNull();
        assertThat(goal.setBy()).isEmpty();
    }

    @Test
    void then_it_is_set_by_the_worker_and_shows_what_was_voiced() {
        PlanGoal goal = theGoal("2012-02-05T00:00:00Z", "2012-02-28T00:00:00Z");

        assertThat(goal.state()).isEqualTo(GoalState.SET);
        assertThat(goal.status()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(goal.setBy()).containsExactly(WORKER);
        assertThat(text(goal.statement())).isEqualTo("join a choir");
        assertThat(goal.firstStatement()).isNull();
        assertThat(text(goal.voiced())).isEqualTo("sing in a choir");
        assertThat(goal.acceptance().getFirst().answer()).isEqualTo(AcceptanceAnswer.NOT_ASKED);
        assertThat(goal.steps().getFirst().responsible()).containsExactly(WORKER);
    }

    @Test
    void it_stands_where_it_was_voiced_and_was_last_changed_where_it_was_set() {
        Trail trail = theGoal("2012-02-05T00:00:00Z", "2012-02-28T00:00:00Z").trail();

        assertThat(trail.standing()).isEqualTo(Standing.LIVE);
        assertThat(trail.evidence().entryId().value()).isEqualTo(entry(1).value());
        assertThat(trail.evidence().sessionId()).isNull();
        assertThat(trail.lastChange().entryId().value()).isEqualTo(entry(2).value());
        assertThat(trail.lastChange().sessionId()).isEqualTo(setting);
        assertThat(trail.lastChange().recordedBy()).isEqualTo(WORKER);
    }

    @Test
    void then_the_person_agrees_by_an_own_act() {
        PlanGoal goal = theGoal("2012-02-10T09:00:00Z", null);

        PlanAcceptance answer = goal.acceptance().getFirst();
        assertThat(goal.acceptance()).hasSize(1);
        assertThat(answer.answer()).isEqualTo(AcceptanceAnswer.AGREE);
        assertThat(answer.how()).isEqualTo(AcceptanceHow.OWN_ACT);
        assertThat(answer.trail().evidence().recordedBy()).isEqualTo(PERSON);
    }

    @Test
    void then_its_step_is_shared_out() {
        PlanStep step = theGoal("2012-03-02T00:00:00Z", "2012-05-15T00:00:00Z").steps().getFirst();

        assertThat(step.stepId()).isEqualTo(step(1));
        assertThat(step.responsible()).containsExactly(WORKER, PERSON);
        assertThat(step.status()).isEqualTo(StepStatus.PLANNED);
        assertThat(step.trail().lastChange().entryId().value()).isEqualTo(entry(5).value());
    }

    @Test
    void while_the_amendment_is_known_the_goal_reads_so_on_any_day() {
        PlanGoal goal = theGoal("2012-02-05T00:00:00Z", "2012-04-15T00:00:00Z");

        assertThat(text(goal.statement())).isEqualTo("join any group");
        assertThat(goal.trail().lastChange().entryId().value()).isEqualTo(amendment.value());
        assertThat(goal.trail().lastChange().sessionId()).isNull();
    }

    @Test
    void once_it_is_taken_back_the_goal_reads_as_before() {
        PlanGoal goal = theGoal("2012-02-05T00:00:00Z", "2012-05-15T00:00:00Z");

        assertThat(text(goal.statement())).isEqualTo("join a choir");
        assertThat(goal.trail().lastChange().entryId().value()).isEqualTo(entry(2).value());
    }

    @Test
    void the_amended_session_moves_the_setting_and_its_step() {
        assertThat(theGoal("2012-01-26T00:00:00Z", "2012-05-15T00:00:00Z").state())
                .isEqualTo(GoalState.VOICED);

        PlanGoal goal = theGoal("2012-01-26T00:00:00Z", null);
        PlanStep step = goal.steps().getFirst();
        assertThat(goal.state()).isEqualTo(GoalState.SET);
        assertThat(step.trail().evidence().entryId().value()).isEqualTo(entry(3).value());
        assertThat(step.trail().evidence().occurredAt()).isEqualTo("2012-01-25T10:00:00Z");
        assertThat(step.trail().evidence().recordedAt()).isEqualTo("2012-02-01T11:00:00Z");
        assertThat(step.trail().lastChange().recordedAt()).isEqualTo("2012-06-01T09:00:00Z");
    }

    private PlanGoal theGoal(@Nullable String asOf, @Nullable String knownAt) {
        CarePlan plan =
                CarePlan.of(
                        story.history().as(instant(asOf), instant(knownAt)),
                        Include.LIVE,
                        List.of(),
                        0);
        assertThat(plan.goals()).extracting(PlanGoal::goalId).containsExactly(goal(1));
        return requireNonNull(plan.goals().getFirst());
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
