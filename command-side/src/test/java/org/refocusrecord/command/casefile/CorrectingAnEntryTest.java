package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.COLLEAGUE;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Cast.LATER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.putOnHold;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Mending.unreadable;
import static org.refocusrecord.command.example.Practices.agreed;
import static org.refocusrecord.command.example.Practices.goalsTalkedAbout;
import static org.refocusrecord.command.example.Practices.source;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueChanged;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;
import static org.refocusrecord.command.example.Ratings.experience;
import static org.refocusrecord.command.example.Sayings.said;
import static org.refocusrecord.command.example.Sayings.words;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.command.example.Postings;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.goal.GoalCompleted;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.ArrayList;
import java.util.List;

class CorrectingAnEntryTest {

    private static CaseExample withAGoal() {
        return record().given(session("one", goalSet("run")));
    }

    @Test
    void is_recorded_with_the_replacement_resolved_against_its_session() {
        EntryAmended correction =
                withAGoal()
                        .when(amended("c", entry("set run"), but(goalSet("run"), "setBy", both())))
                        .last(EntryAmended.class);

        assertThat(correction.eventType()).isEqualTo("goal.set");
        assertThat(correction.reason()).isEqualTo(said("a slip", WORKER));
        GoalSet replacement = (GoalSet) correction.replacement();
        assertThat(replacement.setBy()).containsExactly(WORKER, PERSON);
        assertThat(replacement.statement()).isEqualTo(said("run", WORKER));
    }

    private static List<Person> both() {
        return List.of(THE_WORKER, THE_PERSON);
    }

    @Test
    void takes_a_bare_word_of_who_confirms_it_from_the_session_too() {
        var confirmed = marked("c", entry("set run")).confirmedBy(THE_WORKER);

        withAGoal().when(confirmed).expectRecorded();
    }

    @Test
    void has_its_texts_by_the_corrector() {
        EntryAmended correction =
                withAGoal()
                        .when(amended("c", entry("set run"), goalSet("run")).recordedBy(COLLEAGUE))
                        .last(EntryAmended.class);

        assertThat(((GoalSet) correction.replacement()).statement())
                .isEqualTo(said("run", COLLEAGUE));
    }

    @Test
    void says_who_held_a_conversation_like_something_new() {
        EntryAmended correction =
                record().given(session(valuesTalkedAbout("calm")))
                        .when(amended("c", entry("values"), valuesTalkedAbout("calm", "rest")))
                        .last(EntryAmended.class);

        assertThat(((ValuesTalkedAbout) correction.replacement()).with()).containsExactly(WORKER);
    }

    @Test
    void needs_something_that_is_there() {
        record().when(amended("c", entry("set run"), goalSet("run")))
                .expectRefused("/target", "reference.unknown");
    }

    @Test
    void needs_an_id_that_is_new() {
        withAGoal()
                .given(marked("c", entry("set run")))
                .when(marked("c", entry("set run")))
                .expectRefused("/commandId", "id.taken");
    }

    @Test
    void does_not_amend_what_is_in_error() {
        withAGoal()
                .given(marked("slip", entry("set run")))
                .when(amended("c", entry("set run"), goalSet("run")))
                .expectRefused("/target", "entry.in-error");
    }

    @Test
    void does_not_amend_what_came_with_a_session_in_error() {
        withAGoal()
                .given(marked("slip", Meeting.sessionId("one")))
                .when(amended("c", entry("set run"), goalSet("run")))
                .expectRefused("/target", "entry.in-error");
    }

    @Test
    void may_mark_twice_what_is_in_error() {
        withAGoal()
                .given(marked("slip", entry("set run")))
                .when(marked("c", entry("set run")))
                .expectRecorded();
    }

    @Test
    void is_read_as_recorded_by_whoever_did_where_nobody_is_named() {
        List<Person> asked = new ArrayList<>();
        withAGoal()
                .given(
                        amended("c", entry("set run"), goalSet("run"))
                                .read(recorder -> {
                                    asked.add(recorder);
                                    return new ReplacementReading.WasRead<>(goalSet("run"));
                                }));

        assertThat(asked).containsExactly(WORKER);
    }

    @Test
    void lists_what_cannot_be_read_and_nothing_else() {
        withAGoal()
                .when(
                        unreadable(
                                "c",
                                entry("set run"),
                                new Refusal.NotReadable(
                                        "/replacement/whose", "field.missing", "Say it.")))
                .expectRefused("/replacement/whose", "field.missing");
    }

    @Test
    void replaces_an_entry_by_one_of_its_kind() {
        withAGoal()
                .when(amended("c", entry("set run"), goalVoiced("run")))
                .expectRefused("/replacement/kind", "replacement.not-the-same");
    }

    @Test
    void may_state_another_status() {
        GoalCompleted completed =
                new GoalCompleted(
                        entry("on hold run"), goal("run"), List.of(THE_PERSON), null, null);
        withAGoal()
                .given(session(putOnHold("run")))
                .when(amended("c", entry("on hold run"), completed))
                .expectRecorded();
    }

    @Test
    void keeps_the_ids_of_the_entry_and_of_what_it_is_about() {
        GoalSet other = but(but(goalSet("run"), "goalId", goal("swim")), "entryId", entry("other"));

        withAGoal()
                .when(amended("c", entry("set run"), other))
                .expectRefusedFor(
                        "/replacement/entryId replacement.not-the-same",
                        "/replacement/goalId replacement.not-the-same");
    }

    @Test
    void keeps_the_worker_of_a_contract() {
        record().given(session(agreed("coach", WORKER)))
                .when(amended("c", entry("agreed coach"), agreed("coach", COLLEAGUE)))
                .expectRefused("/replacement/worker", "replacement.not-the-same");
    }

    @Test
    void is_held_to_the_rules_of_something_new() {
        GoalSet wrong =
                but(goalSet("run", source(value("none"))), "setBy", List.of(WORKER, THE_WORKER));

        withAGoal()
                .when(amended("c", entry("set run"), wrong))
                .expectRefusedFor(
                        "/replacement/setBy/1 party.twice",
                        "/replacement/arisesFrom/0 reference.unknown");
    }

    @Test
    void names_nothing_that_comes_later() {
        withAGoal()
                .given(session(valueTold("calm")).at(LATER))
                .when(amended("c", entry("set run"), goalSet("run", source(value("calm")))))
                .expectRefused("/replacement/arisesFrom/0", "time.before-reference");
    }

    @Test
    void names_nothing_that_was_recorded_after_it_for_the_same_moment() {
        withAGoal()
                .given(session(valueTold("calm")))
                .when(amended("c", entry("set run"), goalSet("run", source(value("calm")))))
                .expectRefused("/replacement/arisesFrom/0", "time.before-reference");
    }

    @Test
    void may_name_what_was_recorded_after_it_but_stands_before() {
        withAGoal()
                .given(session(valueTold("calm")).at(EARLIER))
                .when(amended("c", entry("set run"), goalSet("run", source(value("calm")))))
                .expectRecorded();
    }

    @Test
    void may_talk_about_goals_further_down_its_session() {
        record().given(session(goalsTalkedAbout(), goalSet("run")))
                .when(amended("c", entry("goals"), goalsTalkedAbout(goal("run"))))
                .expectRecorded();
    }

    @Test
    void is_about_no_experience_of_itself() {
        record().given(session(experience("walk", null)))
                .when(
                        amended(
                                        "c",
                                        entry("experience walk"),
                                        experience("walk", entry("experience walk")))
                                .confirmedBy(THE_PERSON))
                .expectRefused("/replacement/aboutEntryId", "reference.unknown");
    }

    @Test
    void counts_the_amendment_that_was_recorded_last() {
        record().given(session(valuesTalkedAbout("calm")))
                .given(amended("c", entry("values"), valuesTalkedAbout("rest")))
                .given(amended("d", entry("values"), valuesTalkedAbout("peace")))
                .when(session(valueChanged("rest")))
                .expectRefused("/entries/0/valueId", "reference.unknown");
    }

    @Test
    void brings_no_item_with_its_own_id() {
        GoalId own = new GoalId(command("c").value());
        record().given(session(goalVoiced("run"), goalSet("swim")))
                .when(amended("c", entry("set swim"), but(goalSet("swim"), "goalId", own)))
                .expectRefused("/replacement/goalId", "replacement.not-the-same");
    }

    @Test
    void of_an_unknown_person_asks_who_it_is() {
        withAGoal()
                .when(
                        amended(
                                        "c",
                                        entry("set run"),
                                        but(goalSet("run"), "proposedBy", theCarer()))
                                .confirmedBy(CARER)
                                .saying(words("why")))
                .expectRefused("/replacement/proposedBy", "party.unknown");
    }

    private static Person theCarer() {
        return Person.theOnly(Party.CARER);
    }

    @Test
    void is_refused_for_what_was_found_at_the_door_too() {
        Refusal found = new Refusal.ReferenceUnknown("/replacement/toTeamId", id("found"));
        withAGoal()
                .when(
                        marked("c", new CommandId(id("nothing")))
                                .posted(Postings.found(Postings.bySystem(), found)))
                .expectRefusedFor(
                        "/replacement/toTeamId reference.unknown", "/target reference.unknown");
    }
}
