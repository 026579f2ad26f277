package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Facts.closed;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.disagreement;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.valueChanged;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.command.example.Practices;

import java.time.Duration;
import java.util.UUID;

class TakingACorrectionBackTest {

    private static CaseExample talked() {
        return record().given(session("one", valuesTalkedAbout("calm")));
    }

    private static boolean lives(CaseExample example, UUID id) {
        return example.state().standing().items().containsKey(id);
    }

    private static UUID value(String name) {
        return Practices.value(name).value();
    }

    @Test
    void lets_what_was_marked_in_error_stand_again() {
        CaseExample back =
                talked().given(marked("slip", entry("values")), marked("back", command("slip")));

        assertThat(lives(back, value("calm"))).isTrue();
    }

    @Test
    void under_the_very_id_of_the_correction_is_refused_at_once() {
        CaseExample slip = talked().given(marked("slip", entry("values")));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () ->
                        slip.when(marked("slip", command("slip")))
                                .expectRefused("/commandId", "id.taken"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () ->
                        slip.given(marked("back", command("slip")))
                                .when(marked("slip", command("back")))
                                .expectRefused("/commandId", "id.taken"));
    }

    @Test
    void lets_what_was_amended_stand_as_before() {
        CaseExample back =
                talked().given(
                                amended("c", entry("values"), valuesTalkedAbout("rest")),
                                marked("back", command("c")));

        assertThat(lives(back, value("calm"))).isTrue();
        assertThat(lives(back, value("rest"))).isFalse();
    }

    @Test
    void lets_the_amendment_before_it_count_again() {
        CaseExample back =
                talked().given(
                                amended("c", entry("values"), valuesTalkedAbout("rest")),
                                amended("d", entry("values"), valuesTalkedAbout("peace")),
                                marked("back", command("d")));

        assertThat(lives(back, value("rest"))).isTrue();
        assertThat(lives(back, value("peace"))).isFalse();
    }

    @Test
    void changes_nothing_where_a_later_amendment_counts() {
        CaseExample back =
                talked().given(
                                amended("c", entry("values"), valuesTalkedAbout("rest")),
                                amended("d", entry("values"), valuesTalkedAbout("peace")),
                                marked("back", command("c")));

        assertThat(lives(back, value("peace"))).isTrue();
    }

    @Test
    void may_itself_be_taken_back() {
        CaseExample again =
                talked().given(
                                marked("slip", entry("values")),
                                marked("back", command("slip")),
                                marked("and again", command("back")));

        assertThat(lives(again, value("calm"))).isFalse();
    }

    @Test
    void leaves_in_error_what_another_mark_still_says_is() {
        CaseExample still =
                talked().given(
                                marked("slip", entry("values")),
                                marked("second", entry("values")),
                                marked("back", command("slip")));

        assertThat(lives(still, value("calm"))).isFalse();
    }

    @Test
    void is_not_amending_it() {
        talked().given(marked("slip", entry("values")))
                .when(amended("c", command("slip"), closed()))
                .expectRefused("/target", "reference.wrong-kind");
        talked().given(amended("c", entry("values"), valuesTalkedAbout("rest")))
                .when(amended("d", command("c"), closed()))
                .expectRefused("/target", "reference.wrong-kind");
    }

    @Test
    void brings_nothing_back_without_what_it_rests_on() {
        record().given(session("one", goalSet("run")), session(stepPlanned("run", "shoes")))
                .given(
                        marked("slip", entry("planned shoes")),
                        marked("other slip", entry("set run")))
                .when(marked("back", command("slip")))
                .expectRefused("/target", "reference.unknown");
    }

    @Test
    void brings_nothing_back_before_what_it_rests_on() {
        Meeting two = session("two", stepPlanned("run", "shoes"));
        record().given(session("one", goalSet("run")), two)
                .given(
                        marked("slip", entry("planned shoes")),
                        amended("moved", sessionId("two"), two.at(EARLIER).header()))
                .when(marked("back", command("slip")))
                .expectRefused("/target", "time.before-reference");
    }

    @Test
    void takes_nothing_away_that_others_rest_on() {
        talked().given(amended("c", entry("values"), valuesTalkedAbout("calm", "rest")))
                .given(session(valueChanged("rest")))
                .when(marked("back", command("c")))
                .expectRefused("/target", "entry.others-rest-on-it");
    }

    @Test
    void sets_no_goal_twice() {
        record().given(session(goalVoiced("run")), session(goalSet("run")))
                .given(marked("slip", entry("set run")))
                .given(session(but(goalSet("run"), "entryId", entry("again"))))
                .when(marked("back", command("slip")))
                .expectRefused("/target", "id.taken");
    }

    @Test
    void brings_a_session_back_with_its_entries() {
        CaseExample back =
                talked().given(marked("slip", sessionId("one")), marked("back", command("slip")));

        assertThat(lives(back, value("calm"))).isTrue();
    }

    @Test
    void leaves_an_entry_in_error_when_its_session_comes_back() {
        CaseExample back =
                record().given(session("one", valueTold("calm"), valueTold("rest")))
                        .given(
                                marked("entry", entry("told calm")),
                                marked("session", sessionId("one")),
                                marked("back", command("session")));

        assertThat(lives(back, value("calm"))).isFalse();
        assertThat(lives(back, value("rest"))).isTrue();
    }

    @Test
    void takes_back_a_disagreement_too() {
        CaseExample calm =
                talked().given(
                                told(disagreement(entry("values"), CARER)),
                                marked("slip", command("disagreement")));

        assertThat(calm.state().standing().live())
                .doesNotContainKey(command("disagreement").value());
        calm.when(marked("back", command("slip"))).expectRecorded();
    }

    @Test
    void lets_a_case_stand_again_that_was_opened_in_error() {
        CaseExample gone = record().given(marked("slip", command("opening")));
        assertThat(gone.state().isThere()).isFalse();

        CaseExample back = gone.given(marked("back", command("slip")));

        assertThat(back.state().isThere()).isTrue();
        back.when(session(valueTold("calm"))).expectRecorded();
    }

    @Test
    void brings_no_session_back_into_a_case_that_was_opened_in_error() {
        talked().given(marked("slip", sessionId("one")), marked("all", command("opening")))
                .when(marked("back", command("slip")))
                .expectRefused("/target", "reference.unknown");
    }
}
