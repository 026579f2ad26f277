package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.COLLEAGUE;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Cast.LATER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THEN;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.stepDone;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.OwnWriting.ownEntries;
import static org.refocusrecord.command.example.Practices.valueChanged;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.command.example.OwnWriting;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.session.SessionHeld;

import java.util.List;

class AmendingASessionTest {

    private static final Meeting ONE = session("one", goalSet("run"));

    private static SessionHeld at(java.time.Instant when) {
        return ONE.at(when).header();
    }

    @Test
    void moves_its_entries() {
        CaseExample moved = record().given(ONE).given(amended("c", sessionId("one"), at(EARLIER)));

        assertThat(moved.placeOf(entry("set run"))).isEqualTo(EARLIER);
        moved.when(session(stepPlanned("run", "shoes")).at(EARLIER)).expectRecorded();
    }

    @Test
    void does_not_move_them_behind_what_rests_on_them() {
        record().given(ONE, session(stepPlanned("run", "shoes")))
                .when(amended("c", sessionId("one"), at(LATER)))
                .expectRefused("/target", "entry.others-rest-on-it");
    }

    @Test
    void does_not_move_them_before_what_they_rest_on() {
        Meeting two = session("two", stepPlanned("run", "shoes"), stepDone("shoes"));

        record().given(ONE, two)
                .when(amended("c", sessionId("two"), two.at(EARLIER).header()))
                .expectRefused("/replacement/occurredAt", "time.before-reference");
    }

    @Test
    void moves_what_comes_back_together_with_its_session() {
        CaseExample moved =
                record().given(ONE)
                        .given(marked("slip", entry("set run")))
                        .given(amended("c", sessionId("one"), at(EARLIER)))
                        .given(
                                marked(
                                        "back",
                                        org.refocusrecord.command.example.Facts.command("slip")));

        assertThat(moved.placeOf(entry("set run"))).isEqualTo(EARLIER);
    }

    @Test
    void needs_no_reason_for_being_late() {
        record().given(ONE)
                .when(amended("c", sessionId("one"), at(EARLIER.minusSeconds(999_999))))
                .expectRecorded();
    }

    @Test
    void names_those_who_took_part_after_all() {
        Meeting other =
                ONE.among(THE_PERSON, WORKER, CARER)
                        .with("agendaFrom", List.of(Person.theOnly(Party.CARER)));

        EntryAmended correction =
                record().given(ONE)
                        .when(amended("c", sessionId("one"), other.header()))
                        .last(EntryAmended.class);

        SessionHeld held = (SessionHeld) correction.replacement();
        assertThat(held.agendaFrom()).containsExactly(CARER);
        assertThat(held.participants().getFirst().id()).isEqualTo(PERSON.id());
    }

    @Test
    void names_nobody_twice() {
        record().given(ONE)
                .when(
                        amended(
                                "c",
                                sessionId("one"),
                                ONE.among(THE_PERSON, WORKER, WORKER).header()))
                .expectRefused("/replacement/participants/2", "party.twice");
    }

    @Test
    void asks_for_ids_of_those_who_took_part() {
        record().given(ONE)
                .when(
                        amended(
                                "c",
                                sessionId("one"),
                                ONE.among(WORKER, Person.theOnly(Party.CARER)).header()))
                .expectRefused("/replacement/participants/1", "party.id-missing");
    }

    @Test
    void resolves_later_corrections_by_those_who_took_part_after_all() {
        record().given(ONE)
                .given(
                        amended(
                                "c",
                                sessionId("one"),
                                ONE.among(COLLEAGUE).with("recordedBy", WORKER).header()))
                .given(amended("d", entry("set run"), goalSet("run")))
                .when(
                        amended("e", entry("set run"), goalSet("run"))
                                .confirmedBy(Person.theOnly(Party.CARER)))
                .expectRefused("/confirmedBy", "party.unknown");
    }

    @Test
    void keeps_the_session_and_the_case() {
        SessionHeld other =
                ONE.with("caseId", new CaseId(org.refocusrecord.command.example.Cast.id("other")))
                        .with("sessionId", sessionId("two"))
                        .header();

        record().given(ONE)
                .when(amended("c", sessionId("one"), other))
                .expectRefusedFor(
                        "/replacement/sessionId replacement.not-the-same",
                        "/replacement/caseId replacement.not-the-same");
    }

    @Test
    void is_of_a_session() {
        record().given(ONE)
                .when(amended("c", sessionId("one"), goalSet("run")))
                .expectRefused("/replacement/kind", "replacement.not-the-same");
        record().given(ONE)
                .when(amended("c", sessionId("one"), ownEntries(valueTold("calm")).header()))
                .expectRefused("/replacement", "replacement.not-the-same");
    }

    @Test
    void moves_what_the_person_wrote_when_the_person_says_so() {
        OwnWriting own = ownEntries(valueTold("calm"));
        CaseExample written = record().given(own, ownEntries(valueChanged("calm")));

        written.when(amended("c", own.header().commandId(), own.at(LATER).header()).byPerson())
                .expectRefused("/target", "entry.others-rest-on-it");
        written.when(amended("c", own.header().commandId(), own.at(EARLIER).header()).byPerson())
                .expectRecorded();
        written.when(
                        amended(
                                        "c",
                                        own.header().commandId(),
                                        own.at(THEN).with("recordedBy", WORKER).header())
                                .byPerson())
                .expectRefused("/replacement/recordedBy", "own-entry.another-person");
    }
}
