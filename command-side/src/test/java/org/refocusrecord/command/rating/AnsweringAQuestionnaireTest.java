package org.refocusrecord.command.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goal;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.OwnWriting.ownEntries;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Ratings.experience;
import static org.refocusrecord.command.example.Ratings.measured;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.rating.MeasureAnswered;

class AnsweringAQuestionnaireTest {

    @Test
    void says_which_version_is_meant() {
        MeasureAnswered qpr =
                record().when(session(measured("mood", "QPR", THE_PERSON)))
                        .last(MeasureAnswered.class);
        MeasureAnswered unknown =
                record().when(session(measured("mood", "RFS", THE_PERSON)))
                        .last(MeasureAnswered.class);

        assertThat(qpr.version()).isEqualTo("15");
        assertThat(unknown.version()).isEqualTo("1");
    }

    @Test
    void keeps_the_version_that_was_named() {
        MeasureAnswered qpr =
                record().when(session(but(measured("mood", "QPR", THE_PERSON), "version", "22")))
                        .last(MeasureAnswered.class);

        assertThat(qpr.version()).isEqualTo("22");
    }

    @Test
    void rates_attainment_for_one_goal() {
        MeasureAnswered attained = measured("run", "IOM_GA", THE_PERSON);

        record().when(session(attained)).expectRefused("/entries/0/goalId", "measure.needs-goal");
        record().when(session(but(attained, "goalId", goal("run"))))
                .expectRefused("/entries/0/goalId", "reference.unknown");
        record().given(session(goalVoiced("run")))
                .when(session(but(attained, "goalId", goal("run"))))
                .expectRecorded();
    }

    @Test
    void may_be_about_an_entry_that_is_there() {
        record().given(session(valueTold("calm")))
                .when(ownEntries(experience("walk", entry("told calm"))))
                .expectRecorded();
        record().when(ownEntries(experience("walk", entry("told calm"))))
                .expectRefused("/entries/0/aboutEntryId", "reference.unknown");
    }

    @Test
    void is_about_an_entry_and_not_about_a_session_or_an_item() {
        record().given(session("one", valueTold("calm")))
                .when(
                        ownEntries(
                                experience("one", new EntryId(sessionId("one").value())),
                                experience(
                                        "two",
                                        new EntryId(
                                                org.refocusrecord.command.example.Practices.value(
                                                                "calm")
                                                        .value()))))
                .expectRefusedFor(
                        "/entries/0/aboutEntryId reference.wrong-kind",
                        "/entries/1/aboutEntryId reference.wrong-kind");
    }
}
