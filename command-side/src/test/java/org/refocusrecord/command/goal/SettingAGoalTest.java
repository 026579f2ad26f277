package org.refocusrecord.command.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Cast.LATER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.STRANGER;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Goals.agreed;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.source;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Sayings.said;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalSet;

import java.util.List;

class SettingAGoalTest {

    @Test
    void is_recorded_with_everybody_named() {
        GoalSet goal = but(goalSet("run"), "acceptance", List.of(agreed(THE_PERSON)));

        GoalSet recorded = record().when(session(goal)).last(GoalSet.class);

        assertThat(recorded.proposedBy()).isEqualTo(PERSON);
        assertThat(recorded.setBy()).containsExactly(PERSON, WORKER);
        assertThat(recorded.statement()).isEqualTo(said("run", WORKER));
        assertThat(recorded.acceptance()).containsExactly(agreed(PERSON));
    }

    @Test
    void may_take_up_a_goal_that_was_voiced_before() {
        record().given(session(goalVoiced("run"))).when(session(goalSet("run"))).expectRecorded();
    }

    @Test
    void may_take_up_a_goal_that_was_voiced_in_the_same_meeting() {
        record().when(session(goalVoiced("run"), goalSet("run"))).expectRecorded();
    }

    @Test
    void may_stand_before_the_voicing_on_the_line() {
        record().given(session(goalVoiced("run")).at(LATER))
                .when(session(goalSet("run")).at(EARLIER))
                .expectRecorded();
    }

    @Test
    void is_done_once() {
        record().given(session(goalSet("run")))
                .when(session(but(goalSet("run"), "entryId", entry("again"))))
                .expectRefused("/entries/0/goalId", "id.taken");
    }

    @Test
    void is_done_again_when_the_first_setting_of_a_voiced_goal_was_an_error() {
        record().given(
                        session(goalVoiced("run")),
                        session(goalSet("run")),
                        marked("slip", entry("set run")))
                .when(session(but(goalSet("run"), "entryId", entry("again"))))
                .expectRecorded();
    }

    @Test
    void does_not_bring_back_a_goal_that_is_in_error() {
        record().given(session(goalSet("run")), marked("slip", entry("set run")))
                .when(session(but(goalSet("run"), "entryId", entry("again"))))
                .expectRefused("/entries/0/goalId", "id.taken");
    }

    @Test
    void does_not_take_the_id_of_something_else() {
        record().given(session(valueTold("run")))
                .when(session(but(goalSet("run"), "goalId", new GoalId(value("run").value()))))
                .expectRefused("/entries/0/goalId", "id.taken");
    }

    @Test
    void may_arise_from_what_the_person_told() {
        record().given(session(valueTold("health"), goalVoiced("fit")))
                .when(session(goalSet("run", source(value("health")), source(goal("fit")))))
                .expectRecorded();
    }

    @Test
    void does_not_arise_from_what_is_not_there() {
        record().when(session(goalSet("run", source(value("health")))))
                .expectRefused("/entries/0/arisesFrom/0", "reference.unknown");
    }

    @Test
    void does_not_arise_from_a_goal_that_was_only_set() {
        record().given(session(goalSet("fit")))
                .when(session(goalSet("run", source(goal("fit")))))
                .expectRefused("/entries/0/arisesFrom/0", "reference.wrong-kind");
    }

    @Test
    void does_not_arise_from_what_was_told_later() {
        record().given(session(valueTold("health")).at(LATER))
                .when(session(goalSet("run", source(value("health")))))
                .expectRefused("/entries/0/arisesFrom/0", "time.before-reference");
    }

    @Test
    void does_not_arise_from_itself() {
        record().when(session(goalSet("run", source(goal("run")))))
                .expectRefused("/entries/0/arisesFrom/0", "reference.wrong-kind");
    }

    @Test
    void does_not_arise_from_its_own_voicing() {
        record().given(session(goalVoiced("run")))
                .when(session(goalSet("run", source(goal("run")))))
                .expectRefused("/entries/0/arisesFrom/0", "reference.wrong-kind");
    }

    @Test
    void names_nobody_elses_service_user() {
        record().when(session(but(goalSet("run"), "proposedBy", STRANGER)))
                .expectRefused("/entries/0/proposedBy", "party.unknown");
    }

    @Test
    void names_nobody_twice_among_those_who_set_it() {
        record().when(session(but(goalSet("run"), "setBy", List.of(THE_PERSON, WORKER, PERSON))))
                .expectRefused("/entries/0/setBy/2", "party.twice");
    }

    @Test
    void names_nobody_twice_among_those_who_answered() {
        record().when(
                        session(
                                but(
                                        goalSet("run"),
                                        "acceptance",
                                        List.of(agreed(THE_PERSON), agreed(PERSON)))))
                .expectRefused("/entries/0/acceptance/1/party", "party.twice");
    }

    @Test
    void asks_for_the_id_of_whoever_is_named_without_one() {
        record().when(
                        session(
                                but(
                                        goalSet("run"),
                                        "setBy",
                                        List.of(THE_WORKER, Person.withoutId(Party.CARER)))))
                .expectRefused("/entries/0/setBy/1", "party.id-missing");
    }

    @Test
    void reports_nobodys_own_act() {
        Acceptance ownAct =
                new Acceptance(THE_PERSON, AcceptanceAnswer.AGREE, AcceptanceHow.OWN_ACT, null);

        record().when(session(but(goalSet("run"), "acceptance", List.of(ownAct))))
                .expectRefused("/entries/0/acceptance/0/how", "acceptance.not-own-act");
    }
}
