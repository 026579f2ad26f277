package org.refocusrecord.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.STRANGER;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Goals.accepted;
import static org.refocusrecord.command.example.Goals.agreed;
import static org.refocusrecord.command.example.Goals.concern;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.putOnHold;
import static org.refocusrecord.command.example.Goals.reviewed;
import static org.refocusrecord.command.example.Goals.stepDone;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.OwnWriting.ownEntries;
import static org.refocusrecord.command.example.Practices.agreed;
import static org.refocusrecord.command.example.Practices.noticed;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Ratings.account;
import static org.refocusrecord.command.example.Ratings.measured;
import static org.refocusrecord.command.example.Ratings.rated;
import static org.refocusrecord.command.example.Sayings.said;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.workingpractice.ValueTold;

import java.util.List;

class WritingOnesOwnTest {

    private static GoalSet ownGoal(String name) {
        return but(goalSet(name), "setBy", List.of(THE_PERSON));
    }

    private static CaseExample withAGoal() {
        return record().given(session(goalSet("run"), stepPlanned("run", "shoes")));
    }

    @Test
    void is_a_header_and_one_event_an_entry() {
        var events = record().when(ownEntries(valueTold("calm"))).events();

        assertThat(events).hasSize(2);
        assertThat(((OwnEntriesWritten) events.getFirst()).recordedBy()).isEqualTo(PERSON);
    }

    @Test
    void is_in_the_persons_own_writing() {
        ValueTold told = record().when(ownEntries(valueTold("calm"))).last(ValueTold.class);

        assertThat(told.statement()).isEqualTo(said("calm", Wording.WRITTEN_BY_THEM));
    }

    @Test
    void makes_every_answer_an_own_act() {
        GoalSet goal =
                record().when(
                                ownEntries(
                                        but(
                                                ownGoal("run"),
                                                "acceptance",
                                                List.of(agreed(THE_PERSON)))))
                        .last(GoalSet.class);
        GoalAcceptanceGiven answer =
                withAGoal()
                        .when(ownEntries(accepted("run", THE_PERSON)))
                        .last(GoalAcceptanceGiven.class);

        assertThat(goal.acceptance())
                .extracting(Acceptance::how)
                .containsExactly(AcceptanceHow.OWN_ACT);
        assertThat(answer.how()).isEqualTo(AcceptanceHow.OWN_ACT);
        assertThat(answer.party()).isEqualTo(PERSON);
    }

    @Test
    void says_that_the_person_did_what_was_done() {
        GoalStepDone done =
                withAGoal().when(ownEntries(stepDone("shoes"))).last(GoalStepDone.class);

        assertThat(done.doneBy()).containsExactly(PERSON);
    }

    @Test
    void may_say_that_somebody_else_did_it() {
        GoalStepDone done =
                withAGoal()
                        .when(ownEntries(but(stepDone("shoes"), "doneBy", List.of(CARER))))
                        .last(GoalStepDone.class);

        assertThat(done.doneBy()).containsExactly(CARER);
    }

    @Test
    void fills_in_the_version_of_a_questionnaire() {
        MeasureAnswered measure =
                record().when(ownEntries(measured("mood", "GLOBAL_INSPIRE", THE_PERSON)))
                        .last(MeasureAnswered.class);

        assertThat(measure.version()).isEqualTo("2.0");
        assertThat(measure.rater()).isEqualTo(PERSON);
    }

    @Test
    void rates_a_worker() {
        record().when(ownEntries(rated("first", WORKER))).expectRecorded();
    }

    @Test
    void gives_an_own_account_of_a_meeting() {
        record().given(session("talk", valueTold("calm")))
                .when(ownEntries(account("mine", sessionId("talk"))))
                .expectRecorded();
    }

    @Test
    void decides_for_oneself() {
        withAGoal().when(ownEntries(putOnHold("run"))).expectRecorded();
    }

    @Test
    void speaks_for_nobody_else() {
        withAGoal()
                .when(
                        ownEntries(
                                accepted("run", WORKER),
                                concern("run", CARER),
                                reviewed("run", WORKER),
                                noticed("humour", WORKER),
                                measured("mood", "QPR", WORKER)))
                .expectRefusedFor(
                        "/entries/0/party own-entry.another-person",
                        "/entries/1/by own-entry.another-person",
                        "/entries/2/accordingTo own-entry.another-person",
                        "/entries/3/noticedBy own-entry.another-person",
                        "/entries/4/rater own-entry.another-person");
    }

    @Test
    void sets_and_plans_nothing_for_anybody_else() {
        record().given(session(goalVoiced("sing")))
                .when(
                        ownEntries(
                                but(ownGoal("run"), "proposedBy", WORKER),
                                but(ownGoal("swim"), "setBy", List.of(THE_PERSON, WORKER)),
                                but(
                                        stepPlanned("sing", "choir"),
                                        "responsible",
                                        List.of(CARER, THE_PERSON))))
                .expectRefusedFor(
                        "/entries/0/proposedBy own-entry.another-person",
                        "/entries/1/setBy/1 own-entry.another-person",
                        "/entries/2/responsible/0 own-entry.another-person");
    }

    @Test
    void reports_nobody_elses_agreement() {
        record().when(
                        ownEntries(
                                but(
                                        ownGoal("run"),
                                        "acceptance",
                                        List.of(agreed(THE_PERSON), agreed(CARER)))))
                .expectRefused("/entries/0/acceptance/1/party", "own-entry.another-person");
    }

    @Test
    void says_of_a_bare_word_only_that_it_is_somebody_else() {
        withAGoal()
                .when(ownEntries(concern("run", THE_WORKER)))
                .expectRefused("/entries/0/by", "own-entry.another-person");
    }

    @Test
    void says_of_another_service_user_only_that_it_is_somebody_else() {
        withAGoal()
                .when(ownEntries(concern("run", STRANGER)))
                .expectRefused("/entries/0/by", "own-entry.another-person");
    }

    @Test
    void ends_a_contract_for_oneself() {
        CaseExample coached = record().given(session(agreed("coach", THE_WORKER)));

        coached.when(ownEntries(ended(THE_PERSON))).expectRecorded();
        coached.when(ownEntries(ended(WORKER)))
                .expectRefused("/entries/0/endedBy", "own-entry.another-person");
    }

    private static CoachingContractEnded ended(org.refocusrecord.events.Person by) {
        return new CoachingContractEnded(
                new EntryId(org.refocusrecord.command.example.Cast.id("ended")),
                org.refocusrecord.command.example.Practices.contract("coach"),
                by);
    }

    @Test
    void is_recorded_by_nobody_else() {
        record().when(ownEntries(valueTold("calm")).with("recordedBy", WORKER))
                .expectRefused("/recordedBy", "own-entry.another-person");
    }

    @Test
    void has_an_id_that_is_new() {
        record().given(ownEntries(valueTold("calm")))
                .when(ownEntries(valueTold("calm")))
                .expectRefusedFor(
                        "/commandId id.taken",
                        "/entries/0/entryId id.taken",
                        "/entries/0/valueId id.taken");
    }
}
