package org.refocusrecord.command.casefile;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Facts.closed;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.disagreement;
import static org.refocusrecord.command.example.Facts.erased;
import static org.refocusrecord.command.example.Facts.erasureAsked;
import static org.refocusrecord.command.example.Facts.reply;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Facts.transferred;
import static org.refocusrecord.command.example.Goals.accepted;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.OwnWriting.ownEntries;
import static org.refocusrecord.command.example.Postings.byAdministrator;
import static org.refocusrecord.command.example.Postings.byColleague;
import static org.refocusrecord.command.example.Postings.byLeader;
import static org.refocusrecord.command.example.Postings.byPerson;
import static org.refocusrecord.command.example.Postings.bySystem;
import static org.refocusrecord.command.example.Postings.byWorker;
import static org.refocusrecord.command.example.Postings.ifMatch;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;

import java.time.LocalDate;
import java.util.List;

class BeingAllowedToCorrectTest {

    private static final List<Posting> EVERYBODY =
            List.of(
                    bySystem(),
                    byLeader(),
                    byWorker(),
                    byColleague(),
                    byPerson(),
                    byAdministrator());

    /** Only these may; it does not matter here whether the rules then find fault. */
    private static void only(CaseExample example, Id target, Posting... allowed) {
        for (Posting posting : EVERYBODY) {
            var outcome =
                    example.when(
                            marked("c", target).because(CorrectionCause.DUPLICATE).posted(posting));
            if (List.of(allowed).contains(posting)) {
                outcome.expectRecorded();
            } else {
                outcome.expectRefused("/target", "role.not-enough");
            }
        }
    }

    @Test
    void is_for_the_author_the_leader_and_systems_of_staffs_entries() {
        CaseExample told = record().given(session("one", valueTold("calm")));

        only(told, entry("told calm"), bySystem(), byLeader(), byWorker());
    }

    @Test
    void is_for_the_author_of_facts_about_the_case() {
        only(
                record().given(told(closed())),
                command("closure"),
                bySystem(),
                byLeader(),
                byWorker());
    }

    @Test
    void is_for_systems_alone_of_openings_and_transfers() {
        CaseExample moved = record().given(told(transferred("north", LocalDate.of(2012, 2, 1))));

        only(record(), command("opening"), bySystem());
        only(moved, command("transfer to north"), bySystem());
        only(
                moved.given(marked("slip", command("transfer to north"))),
                command("slip"),
                bySystem());
    }

    @Test
    void is_for_the_person_of_what_came_by_the_own_door() {
        CaseExample written = record().given(ownEntries(valueTold("calm")));

        only(
                written,
                entry("told calm"),
                bySystem(),
                byLeader(),
                byWorker(),
                byColleague(),
                byPerson());
    }

    @Test
    void is_for_the_person_of_corrections_of_the_own() {
        CaseExample corrected =
                record().given(ownEntries(valueTold("calm")))
                        .given(marked("slip", entry("told calm")).confirmedBy(THE_PERSON));

        only(corrected, command("slip"), bySystem(), byLeader(), byWorker(), byPerson());
    }

    @Test
    void is_for_the_person_of_corrections_of_corrections_of_the_own() {
        CaseExample corrected =
                record().given(ownEntries(valueTold("calm")))
                        .given(marked("slip", entry("told calm")).byPerson())
                        .given(marked("back", command("slip")).confirmedBy(THE_PERSON));

        corrected.when(marked("c", command("back")).byPerson()).expectRecorded();
    }

    @Test
    void is_for_the_person_of_the_own_disagreements_whoever_typed_them() {
        CaseExample told = record().given(session(valueTold("calm")));

        only(
                told.given(
                        told(but(disagreement(entry("told calm"), PERSON), "recordedBy", PERSON))),
                command("disagreement"),
                bySystem(),
                byLeader(),
                byPerson());
        only(
                record().given(session(valueTold("calm")))
                        .given(told(disagreement(entry("told calm"), CARER))),
                command("disagreement"),
                bySystem(),
                byLeader());
    }

    @Test
    void is_for_the_person_of_the_own_replies() {
        CaseExample replied =
                record().given(session(valueTold("calm")))
                        .given(told(disagreement(entry("told calm"), CARER)))
                        .given(told(reply(PERSON)));

        only(replied, command("reply"), bySystem(), byLeader(), byPerson());
    }

    @Test
    void is_for_administrators_alone_of_erasures() {
        CaseExample asked =
                record().given(session(valueTold("calm")))
                        .given(told(erasureAsked(entry("told calm"))));

        only(asked, command("erasure"), byAdministrator());
        only(
                asked.given(marked("slip", command("erasure")).posted(byAdministrator())),
                command("slip"),
                byAdministrator());
    }

    @Test
    void is_for_nobody_of_words_that_were_erased() {
        CaseExample erased =
                record().given(session(valueTold("calm")))
                        .given(told(erasureAsked(entry("told calm"))))
                        .given(told(erased()));

        erased.when(marked("c", command("approval")).posted(byAdministrator()))
                .expectRefused("/target", "reference.wrong-kind");
        erased.when(amended("c", command("approval"), erased()).posted(byAdministrator()))
                .expectRefused("/target", "reference.wrong-kind");
    }

    @Test
    void is_asked_before_the_version() {
        record().given(session(valueTold("calm")))
                .when(marked("c", entry("told calm")).posted(ifMatch(byColleague(), 1)))
                .expectRefused("/target", "role.not-enough");
    }

    @Test
    void leaves_the_person_an_own_act() {
        GoalAcceptanceGiven again = accepted("run", THE_PERSON);
        var correction =
                record().given(session(goalSet("run")), ownEntries(again))
                        .when(amended("c", entry("accepted run"), again).byPerson())
                        .last(org.refocusrecord.events.correction.EntryAmended.class);

        org.assertj.core.api.Assertions.assertThat(
                        ((GoalAcceptanceGiven) correction.replacement()).how())
                .isEqualTo(AcceptanceHow.OWN_ACT);
    }
}
