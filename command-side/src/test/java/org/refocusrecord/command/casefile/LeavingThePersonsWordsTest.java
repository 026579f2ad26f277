package org.refocusrecord.command.casefile;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.disagreement;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Goals.accepted;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.OwnWriting.ownEntries;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;
import static org.refocusrecord.command.example.Ratings.experience;
import static org.refocusrecord.command.example.Ratings.measured;
import static org.refocusrecord.command.example.Ratings.rated;
import static org.refocusrecord.command.example.Sayings.asBefore;
import static org.refocusrecord.command.example.Sayings.verbatim;
import static org.refocusrecord.command.example.Sayings.words;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.List;

class LeavingThePersonsWordsTest {

    private static final ValueTold VERBATIM = but(valueTold("calm"), "statement", verbatim("calm"));
    private static final ValueTold KEPT = but(valueTold("calm"), "statement", asBefore());

    private static CaseExample quoted() {
        return record().given(session("one", VERBATIM));
    }

    @Test
    void does_not_write_over_them() {
        quoted().when(amended("c", entry("told calm"), valueTold("calm")))
                .expectRefused("/replacement/statement", "words.not-yours");
    }

    @Test
    void does_not_quote_them_otherwise() {
        quoted().when(
                        amended(
                                "c",
                                entry("told calm"),
                                but(valueTold("calm"), "statement", verbatim("quiet"))))
                .expectRefused("/replacement/statement", "words.not-yours");
    }

    @Test
    void corrects_what_stands_around_them() {
        quoted().when(
                        amended(
                                "c",
                                entry("told calm"),
                                but(
                                        KEPT,
                                        "area",
                                        org.refocusrecord.events.workingpractice.ValueArea.OTHER)))
                .expectRecorded();
    }

    @Test
    void still_does_not_write_over_them_where_they_stayed_before() {
        quoted().given(amended("c", entry("told calm"), KEPT))
                .when(amended("d", entry("told calm"), valueTold("calm")))
                .expectRefused("/replacement/statement", "words.not-yours");
    }

    @Test
    void writes_over_them_with_the_persons_word() {
        quoted().when(amended("c", entry("told calm"), valueTold("calm")).confirmedBy(THE_PERSON))
                .expectRecorded();
    }

    @Test
    void does_not_take_anybody_elses_word_for_it() {
        quoted().when(amended("c", entry("told calm"), valueTold("calm")).confirmedBy(CARER))
                .expectRefused("/replacement/statement", "words.not-yours");
    }

    @Test
    void writes_over_paraphrases() {
        record().given(session(valueTold("calm")))
                .when(amended("c", entry("told calm"), valueTold("calm")))
                .expectRecorded();
    }

    @Test
    void does_not_leave_them_out_with_their_item() {
        ValuesTalkedAbout talk =
                but(
                        valuesTalkedAbout(),
                        "values",
                        List.of(
                                new Value(value("calm"), null, verbatim("calm")),
                                new Value(value("rest"), null, words("rest"))));
        CaseExample talked = record().given(session(talk));

        talked.when(
                        amended(
                                "c",
                                entry("values"),
                                but(
                                        valuesTalkedAbout(),
                                        "values",
                                        List.of(new Value(value("rest"), null, words("rest"))))))
                .expectRefused("/replacement/values", "words.not-yours");
        talked.when(
                        amended(
                                "c",
                                entry("values"),
                                but(
                                        valuesTalkedAbout(),
                                        "values",
                                        List.of(
                                                new Value(value("rest"), null, words("rest")),
                                                new Value(value("calm"), null, words("calm"))))))
                .expectRefused("/replacement/values/1/statement", "words.not-yours");
    }

    @Test
    void does_not_mark_them_in_error() {
        quoted().when(marked("c", entry("told calm"))).expectRefused("/target", "words.not-yours");
        quoted().when(marked("c", entry("told calm")).because(CorrectionCause.MISTAKE))
                .expectRefused("/target", "words.not-yours");
    }

    @Test
    void does_not_mark_the_session_in_error_in_which_they_were_said() {
        quoted().when(marked("c", sessionId("one"))).expectRefused("/target", "words.not-yours");
    }

    @Test
    void marks_in_error_what_is_about_the_wrong_person_or_a_duplicate() {
        quoted().when(marked("c", entry("told calm")).because(CorrectionCause.WRONG_PERSON))
                .expectRecorded();
        quoted().when(marked("c", sessionId("one")).because(CorrectionCause.DUPLICATE))
                .expectRecorded();
    }

    @Test
    void does_not_amend_because_it_is_a_duplicate() {
        quoted().when(
                        amended("c", entry("told calm"), valueTold("calm"))
                                .because(CorrectionCause.DUPLICATE))
                .expectRefused("/replacement/statement", "words.not-yours");
    }

    @Test
    void moves_the_session_in_which_they_were_said() {
        Meeting one = session("one", VERBATIM);
        quoted().when(amended("c", sessionId("one"), one.at(EARLIER).header())).expectRecorded();
    }

    @Test
    void takes_back_a_correction_that_left_them_as_they_were() {
        quoted().given(amended("c", entry("told calm"), KEPT))
                .when(marked("back", command("c")))
                .expectRecorded();
    }

    @Test
    void does_not_take_back_a_correction_that_the_person_put_into_words() {
        ValueTold better = but(valueTold("calm"), "statement", verbatim("at peace"));
        record().given(session(valueTold("calm")))
                .given(amended("c", entry("told calm"), better).confirmedBy(THE_PERSON))
                .when(marked("back", command("c")))
                .expectRefused("/target", "words.not-yours");
    }

    @Test
    void leaves_alone_what_came_by_the_own_door() {
        CaseExample written = record().given(ownEntries(valueTold("calm")));

        written.when(amended("c", entry("told calm"), KEPT))
                .expectRefused("/target", "words.not-yours");
        written.when(marked("c", entry("told calm"))).expectRefused("/target", "words.not-yours");
        written.when(marked("c", ownEntries(valueTold("calm")).header().commandId()))
                .expectRefused("/target", "words.not-yours");
        written.when(marked("c", entry("told calm")).because(CorrectionCause.DUPLICATE))
                .expectRecorded();
        written.when(amended("c", entry("told calm"), KEPT).confirmedBy(THE_PERSON))
                .expectRecorded();
    }

    @Test
    void leaves_alone_what_the_person_took_back() {
        record().given(ownEntries(valueTold("calm")))
                .given(marked("mine", entry("told calm")).byPerson())
                .when(marked("back", command("mine")))
                .expectRefused("/target", "words.not-yours");
    }

    @Test
    void leaves_alone_ratings_and_experiences() {
        CaseExample rated =
                record().given(session("one", rated("first", WORKER), experience("walk", null)));

        rated.when(amended("c", entry("rated first"), rated("first", WORKER)))
                .expectRefused("/target", "words.not-yours");
        rated.when(marked("c", entry("experience walk")))
                .expectRefused("/target", "words.not-yours");
        rated.when(marked("c", sessionId("one"))).expectRefused("/target", "words.not-yours");
    }

    @Test
    void leaves_alone_what_the_person_measured_and_not_what_staff_did() {
        CaseExample measured =
                record().given(
                                session(
                                        measured("own", "QPR", THE_PERSON),
                                        measured("staffs", "QPR", THE_WORKER)));

        measured.when(marked("c", entry("measured own")))
                .expectRefused("/target", "words.not-yours");
        measured.when(marked("c", entry("measured staffs"))).expectRecorded();
    }

    @Test
    void leaves_alone_the_persons_disagreement() {
        record().given(session(valueTold("calm")))
                .given(told(disagreement(entry("told calm"), PERSON)))
                .when(marked("c", command("disagreement")))
                .expectRefused("/target", "words.not-yours");
    }

    @Test
    void keeps_no_own_act_in_what_another_amends() {
        record().given(session(goalSet("run")), ownEntries(accepted("run", THE_PERSON)))
                .when(
                        amended(
                                        "c",
                                        entry("accepted run"),
                                        but(
                                                accepted("run", THE_PERSON),
                                                "how",
                                                AcceptanceHow.OWN_ACT))
                                .confirmedBy(THE_PERSON))
                .expectRefused("/replacement/how", "acceptance.not-own-act");
    }

    @Test
    void leaves_the_person_free_to_correct_them() {
        CaseExample written = record().given(ownEntries(valueTold("calm")));

        written.when(amended("c", entry("told calm"), valueTold("calm")).byPerson())
                .expectRecorded();
        written.when(marked("c", entry("told calm")).byPerson()).expectRecorded();
    }
}
