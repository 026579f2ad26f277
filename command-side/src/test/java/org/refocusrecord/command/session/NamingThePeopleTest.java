package org.refocusrecord.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.COLLEAGUE;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.STRANGER;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Practices.actionAdded;
import static org.refocusrecord.command.example.Practices.noticed;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Sayings.said;
import static org.refocusrecord.command.example.Sayings.words;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.StrengthNoticed;

import java.util.List;

class NamingThePeopleTest {

    private static final Person THE_CARER = Person.theOnly(Party.CARER);
    private static final Person INTERPRETER =
            new Person(Party.INTERPRETER, id("interpreter").toString());

    @Test
    void takes_a_bare_word_for_the_only_participant() {
        StrengthNoticed noticed =
                record().when(session(noticed("humour", THE_CARER)).among(WORKER, CARER))
                        .last(StrengthNoticed.class);

        assertThat(noticed.noticedBy()).isEqualTo(CARER);
    }

    @Test
    void takes_the_service_user_for_the_cases_even_when_absent() {
        StrengthNoticed noticed =
                record().when(session(noticed("humour", THE_PERSON)).among(WORKER))
                        .last(StrengthNoticed.class);

        assertThat(noticed.noticedBy()).isEqualTo(PERSON);
    }

    @Test
    void takes_the_service_user_without_an_id_for_the_cases() {
        StrengthNoticed noticed =
                record().when(session(noticed("humour", Person.withoutId(Party.SERVICE_USER))))
                        .last(StrengthNoticed.class);

        assertThat(noticed.noticedBy()).isEqualTo(PERSON);
    }

    @Test
    void may_name_somebody_who_did_not_take_part() {
        record().when(session(noticed("humour", COLLEAGUE))).expectRecorded();
    }

    @Test
    void refuses_a_bare_word_for_nobody() {
        record().when(session(noticed("humour", THE_CARER)))
                .expectRefused("/entries/0/noticedBy", "party.unknown");
    }

    @Test
    void refuses_a_bare_word_for_several() {
        record().when(
                        session(noticed("humour", THE_WORKER))
                                .among(WORKER, COLLEAGUE)
                                .with("recordedBy", WORKER))
                .expectRefused("/entries/0/noticedBy", "party.ambiguous");
    }

    @Test
    void refuses_an_object_without_an_id() {
        record().when(session(noticed("humour", Person.withoutId(Party.STAFF))))
                .expectRefused("/entries/0/noticedBy", "party.id-missing");
    }

    @Test
    void refuses_another_service_user() {
        record().when(session(noticed("humour", STRANGER)))
                .expectRefused("/entries/0/noticedBy", "party.unknown");
    }

    @Test
    void refuses_another_service_user_among_the_participants() {
        record().when(session(valueTold("calm")).among(STRANGER, WORKER))
                .expectRefused("/participants/0", "party.unknown");
    }

    @Test
    void refuses_a_participant_without_an_id_and_nothing_that_follows_from_it() {
        record().when(
                        session(noticed("humour", THE_CARER))
                                .among(THE_PERSON, WORKER, Person.theOnly(Party.CARER)))
                .expectRefused("/participants/2", "party.id-missing");
    }

    @Test
    void refuses_participants_who_stand_there_twice() {
        record().when(session(valueTold("calm")).among(THE_PERSON, WORKER, PERSON, WORKER))
                .expectRefusedFor("/participants/2 party.twice", "/participants/3 party.twice");
    }

    @Test
    void refuses_a_recorder_who_cannot_be_told_once() {
        record().when(session(valueTold("calm")).among(THE_PERSON))
                .expectRefused("/recordedBy", "party.unknown");
    }

    @Test
    void names_an_interpreter_who_took_part() {
        SessionHeld held =
                (SessionHeld)
                        record().when(session(valueTold("calm")).among(WORKER, INTERPRETER))
                                .events()
                                .getFirst();

        assertThat(held.participants().get(1).party()).isEqualTo(Party.INTERPRETER);
    }

    @Test
    void names_whose_agenda_it_was() {
        Meeting meeting =
                session(valueTold("calm")).with("agendaFrom", List.of(THE_PERSON, THE_WORKER));

        SessionHeld held = (SessionHeld) record().when(meeting).events().getFirst();

        assertThat(held.agendaFrom()).containsExactly(PERSON, WORKER);
    }

    @Test
    void says_who_somebody_is_to_the_person_in_the_recorders_words() {
        SessionHeld held =
                (SessionHeld)
                        record().when(session(valueTold("calm")).with(CARER, words("my sister")))
                                .events()
                                .getFirst();

        assertThat(held.participants().get(2).relation()).isEqualTo(said("my sister", WORKER));
    }

    @Test
    void refuses_somebody_twice_in_a_list() {
        record().when(
                        session(
                                but(
                                        actionAdded("letter"),
                                        "responsible",
                                        List.of(WORKER, CARER, THE_WORKER))))
                .expectRefused("/entries/0/responsible/2", "party.twice");
    }
}
