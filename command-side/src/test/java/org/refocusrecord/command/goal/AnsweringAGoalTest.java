package org.refocusrecord.command.goal;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Goals.accepted;
import static org.refocusrecord.command.example.Goals.concern;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalChanged;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.reviewed;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Practices.source;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.goal.AcceptanceHow;

import java.util.List;

class AnsweringAGoalTest {

    @Test
    void may_be_told_by_staff_as_it_was_spoken() {
        record().given(session(goalSet("run")))
                .when(session(but(accepted("run", THE_PERSON), "how", AcceptanceHow.SPOKEN)))
                .expectRecorded();
    }

    @Test
    void is_an_own_act_only_by_the_own_door() {
        record().given(session(goalSet("run")))
                .when(session(but(accepted("run", THE_PERSON), "how", AcceptanceHow.OWN_ACT)))
                .expectRefused("/entries/0/how", "acceptance.not-own-act");
    }

    @Test
    void may_be_a_concern_of_anybody() {
        record().given(session(goalVoiced("run")))
                .when(session(concern("run", THE_WORKER)))
                .expectRecorded();
    }

    @Test
    void rates_attainment_for_the_person() {
        record().given(session(goalSet("run")))
                .when(session(but(reviewed("run", THE_PERSON), "attainment", 2)))
                .expectRecorded();
    }

    @Test
    void does_not_rate_attainment_for_staff() {
        record().given(session(goalSet("run")))
                .when(session(but(reviewed("run", THE_WORKER), "attainment", 2)))
                .expectRefused("/entries/0/attainment", "attainment.not-own");
    }

    @Test
    void does_not_make_a_goal_arise_from_itself() {
        record().given(session(goalVoiced("run")))
                .when(session(but(goalChanged("run"), "arisesFrom", List.of(source(goal("run"))))))
                .expectRefused("/entries/0/arisesFrom/0", "reference.wrong-kind");
    }
}
