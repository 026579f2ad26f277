package org.refocusrecord.command.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.putOnHold;
import static org.refocusrecord.command.example.Goals.stepChanged;
import static org.refocusrecord.command.example.Goals.stepDone;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.source;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepPlanned;

import java.util.List;

class PlanningAGoalStepTest {

    @Test
    void is_recorded_with_whoever_is_responsible() {
        GoalStepPlanned step =
                record().given(session(goalSet("run")))
                        .when(session(stepPlanned("run", "shoes")))
                        .last(GoalStepPlanned.class);

        assertThat(step.responsible()).containsExactly(PERSON);
    }

    @Test
    void may_be_towards_a_goal_that_was_only_voiced() {
        record().given(session(goalVoiced("run")))
                .when(session(stepPlanned("run", "shoes")))
                .expectRecorded();
    }

    @Test
    void may_be_towards_a_goal_on_hold() {
        record().given(session(goalSet("run"), putOnHold("run")))
                .when(session(stepPlanned("run", "shoes")))
                .expectRecorded();
    }

    @Test
    void needs_a_goal_that_is_there() {
        record().when(session(stepPlanned("run", "shoes")))
                .expectRefused("/entries/0/goalId", "reference.unknown");
    }

    @Test
    void needs_a_goal_that_is_not_in_error() {
        record().given(session(goalSet("run")), marked("slip", entry("set run")))
                .when(session(stepPlanned("run", "shoes")))
                .expectRefused("/entries/0/goalId", "reference.unknown");
    }

    @Test
    void needs_a_goal_and_not_something_else() {
        record().given(session(valueTold("run")))
                .when(
                        session(
                                but(
                                        stepPlanned("run", "shoes"),
                                        "goalId",
                                        new org.refocusrecord.events.GoalId(value("run").value()))))
                .expectRefused("/entries/0/goalId", "reference.wrong-kind");
    }

    @Test
    void needs_a_goal_and_not_an_entry() {
        record().given(session(goalSet("run")))
                .when(
                        session(
                                but(
                                        stepPlanned("run", "shoes"),
                                        "goalId",
                                        new org.refocusrecord.events.GoalId(
                                                entry("set run").value()))))
                .expectRefused("/entries/0/goalId", "reference.wrong-kind");
    }

    @Test
    void does_not_come_before_its_goal() {
        record().given(session(goalSet("run")))
                .when(session(stepPlanned("run", "shoes")).at(EARLIER))
                .expectRefused("/entries/0/goalId", "time.before-reference");
    }

    @Test
    void comes_after_its_goal_in_the_same_meeting() {
        record().when(session(stepPlanned("run", "shoes"), goalSet("run")))
                .expectRefused("/entries/0/goalId", "reference.unknown");
    }

    @Test
    void may_stand_at_the_very_moment_of_its_goal() {
        record().given(session("first", goalSet("run")))
                .when(session("second", stepPlanned("run", "shoes")))
                .expectRecorded();
    }

    @Test
    void has_an_id_of_its_own() {
        record().given(session(goalSet("run"), stepPlanned("run", "shoes")))
                .when(
                        session(
                                but(
                                        stepPlanned("run", "club"),
                                        "stepId",
                                        new StepId(goal("run").value()))))
                .expectRefused("/entries/0/stepId", "id.taken");
    }

    @Test
    void may_arise_from_the_goal_itself_once_voiced() {
        record().given(session(goalVoiced("run")))
                .when(
                        session(
                                but(
                                        stepPlanned("run", "shoes"),
                                        "arisesFrom",
                                        List.of(source(goal("run"))))))
                .expectRecorded();
    }

    @Test
    void is_followed_by_what_became_of_it() {
        record().given(session(goalSet("run"), stepPlanned("run", "shoes")))
                .when(session(stepChanged("shoes"), stepDone("shoes")))
                .expectRecorded();
    }

    @Test
    void is_done_as_often_as_it_is_said() {
        record().given(session(goalSet("run"), stepPlanned("run", "shoes"), stepDone("shoes")))
                .when(session(but(stepDone("shoes"), "entryId", entry("again"))))
                .expectRecorded();
    }

    @Test
    void leaves_open_who_did_it_where_nobody_says() {
        GoalStepDone done =
                record().given(session(goalSet("run"), stepPlanned("run", "shoes")))
                        .when(session(stepDone("shoes")))
                        .last(GoalStepDone.class);

        assertThat(done.doneBy()).isNull();
    }

    @Test
    void a_step_of_another_case_is_refused_with_its_pointer() {
        record().given(session(goalSet("run")))
                .when(session(stepDone("of another case")))
                .expectRefused("/entries/0/stepId", "reference.unknown");
    }
}
