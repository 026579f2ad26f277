package org.refocusrecord.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.nothing;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Cast.LATER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Facts.closed;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.putOnHold;
import static org.refocusrecord.command.example.Goals.stepDone;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.goalsTalkedAbout;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueChanged;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;
import static org.refocusrecord.command.example.Ratings.account;
import static org.refocusrecord.command.example.Sayings.said;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Postings;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.List;

class RecordingASessionTest {

    @Test
    void is_a_header_and_one_event_an_entry() {
        var events = record().when(session(valueTold("calm"), goalVoiced("run"))).events();

        assertThat(events).hasSize(3);
        assertThat(events.getFirst()).isInstanceOf(SessionHeld.class);
        assertThat(((SessionHeld) events.getFirst()).recordedBy()).isEqualTo(WORKER);
        assertThat(((SessionHeld) events.getFirst()).participants().getFirst().id())
                .isEqualTo(PERSON.id());
    }

    @Test
    void is_recorded_whole_or_not_at_all() {
        record().when(session(valueTold("calm"), stepDone("nothing")))
                .expectRefused("/entries/1/stepId", "reference.unknown");
    }

    @Test
    void lists_all_faults_at_once() {
        record().when(session(stepDone("one"), putOnHold("run"), stepDone("two")))
                .expectRefusedFor(
                        "/entries/0/stepId reference.unknown",
                        "/entries/1/goalId reference.unknown",
                        "/entries/2/stepId reference.unknown");
    }

    @Test
    void passes_over_what_fails_only_because_another_failed() {
        record().when(
                        session(
                                but(goalSet("run"), "proposedBy", Cast.STRANGER),
                                stepPlanned("run", "shoes"),
                                stepDone("shoes")))
                .expectRefused("/entries/0/proposedBy", "party.unknown");
    }

    @Test
    void does_not_pass_over_what_would_fail_anyway() {
        record().when(
                        session(
                                but(valueTold("calm"), "statement", statedByStranger()),
                                but(putOnHold("run"), "goalId", new GoalId(value("calm").value())),
                                but(valueTold("calm"), "entryId", entry("again"))))
                .expectRefusedFor(
                        "/entries/0/statement/statedBy party.unknown",
                        "/entries/1/goalId reference.wrong-kind",
                        "/entries/2/valueId id.taken");
    }

    private static Object statedByStranger() {
        return new org.refocusrecord.events.Words.Sent("calm", Cast.STRANGER, null, null, null);
    }

    @Test
    void needs_a_case() {
        nothing().when(session(valueTold("calm"))).expectRefused("", "case.unknown");
    }

    @Test
    void needs_a_case_that_was_not_opened_in_error() {
        record().given(marked("slip", org.refocusrecord.command.example.Facts.command("opening")))
                .when(session(valueTold("calm")))
                .expectRefused("", "case.unknown");
    }

    @Test
    void may_be_held_after_the_case_was_closed() {
        record().given(told(closed())).when(session(valueTold("calm"))).expectRecorded();
    }

    @Test
    void has_an_id_that_is_new() {
        record().given(session("first", valueTold("calm")))
                .when(session("first", goalVoiced("run")))
                .expectRefused("/sessionId", "id.taken");
    }

    @Test
    void has_no_id_that_something_else_has() {
        record().given(session(valueTold("calm")))
                .when(
                        session(goalVoiced("run"))
                                .with("sessionId", new CommandId(value("calm").value())))
                .expectRefused("/sessionId", "id.taken");
    }

    @Test
    void brings_no_id_twice() {
        record().when(session(valueTold("calm"), but(valueTold("rest"), "entryId", calmAgain())))
                .expectRefused("/entries/1/entryId", "id.taken");
    }

    private static Object calmAgain() {
        return entry("told calm");
    }

    @Test
    void brings_no_item_twice_within_an_entry() {
        record().when(session(valuesTalkedAbout("calm", "calm")))
                .expectRefused("/entries/0/values/1/valueId", "id.taken");
    }

    @Test
    void gives_no_entry_the_id_of_its_session() {
        var sessionId = new org.refocusrecord.events.EntryId(sessionId("first").value());
        record().when(session("first", but(valueTold("calm"), "entryId", sessionId)))
                .expectRefused("/entries/0/entryId", "id.taken");
    }

    @Test
    void keeps_ids_taken_when_they_are_in_error() {
        record().given(session(valueTold("calm")), marked("slip", entry("told calm")))
                .when(session(but(valueTold("calm"), "entryId", entry("again"))))
                .expectRefused("/entries/0/valueId", "id.taken");
    }

    @Test
    void says_that_the_staff_who_took_part_held_a_conversation() {
        ValuesTalkedAbout talk =
                record().when(session(valuesTalkedAbout("calm"))).last(ValuesTalkedAbout.class);

        assertThat(talk.with()).containsExactly(WORKER);
    }

    @Test
    void keeps_whoever_is_said_to_have_held_a_conversation() {
        ValuesTalkedAbout talk =
                record().when(session(but(valuesTalkedAbout("calm"), "with", List.of(Cast.CARER))))
                        .last(ValuesTalkedAbout.class);

        assertThat(talk.with()).containsExactly(Cast.CARER);
    }

    @Test
    void leaves_open_who_held_a_conversation_where_no_staff_took_part() {
        GoalsTalkedAbout talk =
                record().when(
                                session(goalsTalkedAbout())
                                        .among(THE_PERSON)
                                        .with("recordedBy", WORKER))
                        .last(GoalsTalkedAbout.class);

        assertThat(talk.with()).isNull();
    }

    @Test
    void may_talk_about_goals_that_come_up_further_down() {
        record().when(session(goalsTalkedAbout(goal("run")), goalSet("run"))).expectRecorded();
    }

    @Test
    void may_talk_about_a_goal_voiced_later_that_it_sets_itself() {
        record().given(session(goalVoiced("run")).at(LATER))
                .when(session(goalsTalkedAbout(goal("run")), goalSet("run")).at(EARLIER))
                .expectRecorded();
    }

    @Test
    void does_not_talk_about_goals_of_later_meetings() {
        record().given(session(goalVoiced("run")).at(LATER))
                .when(session(goalsTalkedAbout(goal("run"))))
                .expectRefused("/entries/0/goals/0", "time.before-reference");
    }

    @Test
    void does_not_talk_about_goals_that_are_not_there() {
        record().when(session(goalsTalkedAbout(goal("run"), goal("fly")), goalSet("run")))
                .expectRefused("/entries/0/goals/1", "reference.unknown");
    }

    @Test
    void changes_what_was_told_further_up() {
        record().when(session(valueTold("calm"), valueChanged("calm"))).expectRecorded();
    }

    @Test
    void has_texts_by_the_recorder_where_nobody_else_is_named() {
        ValueTold told = record().when(session(valueTold("calm"))).last(ValueTold.class);

        assertThat(told.statement()).isEqualTo(said("calm", WORKER));
    }

    @Test
    void may_hold_an_account_of_itself() {
        record().when(session("first", account("mine", sessionId("first")))).expectRecorded();
    }

    @Test
    void holds_no_account_of_what_was_no_session() {
        record().when(
                        session(
                                account(
                                        "mine",
                                        org.refocusrecord.command.example.Facts.command(
                                                "opening"))))
                .expectRefused("/entries/0/aboutSessionId", "reference.wrong-kind");
    }

    @Test
    void holds_no_account_of_a_later_session() {
        record().given(session("second", valueTold("calm")).at(LATER))
                .when(session(account("mine", sessionId("second"))))
                .expectRefused("/entries/0/aboutSessionId", "time.before-reference");
    }

    @Test
    void is_refused_for_what_was_found_at_the_door_too() {
        Refusal found = new Refusal.ReferenceUnknown("/caseId", Cast.id("found"));
        record().when(
                        session(stepDone("nothing"))
                                .posted(Postings.found(Postings.bySystem(), found)))
                .expectRefusedFor(
                        "/caseId reference.unknown", "/entries/0/stepId reference.unknown");
    }

    @Test
    void is_refused_where_the_record_has_moved_on() {
        record().when(session(stepDone("nothing")).posted(Postings.ifMatch(Postings.bySystem(), 7)))
                .expectRefused("/If-Match", "version.stale");
    }

    @Test
    void is_recorded_where_the_caller_read_the_latest() {
        record().when(session(valueTold("calm")).posted(Postings.ifMatch(Postings.bySystem(), 1)))
                .expectRecorded();
    }
}
