package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.LATER;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.putOnHold;
import static org.refocusrecord.command.example.Goals.stepDone;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.source;
import static org.refocusrecord.command.example.Practices.valueChanged;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;
import static org.refocusrecord.command.example.Ratings.experience;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Meeting;

/** After any correction everything that stands has what it rests on. */
class LeavingOthersWhatTheyRestOnTest {

    private static CaseExample withAGoal() {
        return record().given(session("one", goalSet("run")));
    }

    @Test
    void may_leave_items_out_and_add_others() {
        record().given(session(valuesTalkedAbout("calm")))
                .given(amended("c", entry("values"), valuesTalkedAbout("rest")))
                .given(session(valueChanged("rest")))
                .when(session(valueChanged("calm")))
                .expectRefused("/entries/0/valueId", "reference.unknown");
    }

    @Test
    void may_bring_back_what_it_left_out() {
        record().given(session(valuesTalkedAbout("calm")))
                .given(amended("c", entry("values"), valuesTalkedAbout("rest")))
                .when(amended("d", entry("values"), valuesTalkedAbout("calm", "rest")))
                .expectRecorded();
    }

    @Test
    void leaves_what_it_left_out_taken_for_others() {
        record().given(session(valuesTalkedAbout("calm")))
                .given(amended("c", entry("values"), valuesTalkedAbout("rest")))
                .when(session(valueTold("calm")))
                .expectRefused("/entries/0/valueId", "id.taken");
    }

    @Test
    void does_not_add_an_item_of_another_entry() {
        record().given(session(valuesTalkedAbout("calm"), valueTold("rest")))
                .when(amended("c", entry("values"), valuesTalkedAbout("calm", "rest")))
                .expectRefused("/replacement/values/1/valueId", "id.taken");
    }

    @Test
    void leaves_out_nothing_that_others_rest_on() {
        record().given(session(valuesTalkedAbout("calm", "rest")))
                .given(session(valueChanged("calm")))
                .when(amended("c", entry("values"), valuesTalkedAbout("rest")))
                .expectRefused("/target", "entry.others-rest-on-it");
    }

    @Test
    void takes_out_nothing_that_others_rest_on_and_names_them() {
        CaseExample planned = withAGoal().given(session(stepPlanned("run", "shoes")));

        var outcome = planned.when(marked("c", entry("set run")));

        outcome.expectRefused("/target", "entry.others-rest-on-it");
        assertThat(outcome.decision().toString()).contains(entry("planned shoes").toString());
    }

    @Test
    void takes_out_a_voicing_once_the_goal_was_set() {
        record().given(session(goalVoiced("run")))
                .given(session(goalSet("run"), stepPlanned("run", "shoes")))
                .when(marked("c", entry("voiced run")))
                .expectRecorded();
    }

    @Test
    void does_not_take_out_a_voicing_that_a_goal_arises_from() {
        record().given(session(goalVoiced("fit")))
                .given(session(goalSet("fit"), goalSet("run", source(goal("fit")))))
                .when(marked("c", entry("voiced fit")))
                .expectRefused("/target", "entry.others-rest-on-it");
    }

    @Test
    void takes_out_an_early_setting_only_if_the_voicing_is_early_enough() {
        record().given(session(goalVoiced("run")).at(LATER))
                .given(session(goalSet("run"), putOnHold("run")))
                .when(marked("c", entry("set run")))
                .expectRefused("/target", "entry.others-rest-on-it");
    }

    @Test
    void takes_out_what_others_are_only_about() {
        withAGoal()
                .given(session(experience("walk", entry("set run"))))
                .when(marked("c", entry("set run")))
                .expectRecorded();
    }

    @Test
    void is_not_asked_about_what_falls_with_the_session() {
        record().given(
                        session(
                                "one",
                                goalSet("run"),
                                stepPlanned("run", "shoes"),
                                stepDone("shoes")))
                .when(marked("c", Meeting.sessionId("one")))
                .expectRecorded();
    }

    @Test
    void takes_out_a_session_with_all_its_entries() {
        CaseExample gone = withAGoal().given(marked("c", Meeting.sessionId("one")));

        assertThat(gone.state().standing().live()).doesNotContainKey(entry("set run").value());
        gone.when(session(stepPlanned("run", "shoes")))
                .expectRefused("/entries/0/goalId", "reference.unknown");
    }
}
