package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.nothing;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.LONDON;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.STRANGER;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Facts.closed;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.opened;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Facts.transferred;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.events.correction.EntryAmended;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class TellingAboutACaseTest {

    private static final LocalDate SUMMER = LocalDate.of(2012, 7, 1);
    private static final TeamId NORTH = new TeamId(id("team north"));

    @Test
    void begins_with_its_opening() {
        CaseOpened opening = nothing().when(told(opened())).last(CaseOpened.class);

        assertThat(opening).isEqualTo(opened());
        nothing().when(told(closed())).expectRefused("", "case.unknown");
    }

    @Test
    void opens_a_case_once() {
        record().when(told(but(opened(), "commandId", command("again"))))
                .expectRefused("/caseId", "id.taken");
    }

    @Test
    void opens_no_case_again_that_was_opened_in_error() {
        record().given(marked("slip", command("opening")))
                .when(told(but(opened(), "commandId", command("again"))))
                .expectRefused("/caseId", "id.taken");
    }

    @Test
    void has_an_id_that_is_new() {
        record().when(told(but(closed(), "commandId", command("opening"))))
                .expectRefused("/commandId", "id.taken");
    }

    @Test
    void stands_at_the_start_of_its_day_in_the_services_zone() {
        CaseExample moved = record().given(told(transferred("north", SUMMER)));

        assertThat(moved.placeOf(command("transfer to north")))
                .isEqualTo(Instant.parse("2012-06-30T23:00:00Z"));
    }

    @Test
    void takes_anything_in_any_order() {
        record().given(
                        told(closed()),
                        told(transferred("north", SUMMER)),
                        told(new CaseReopened(command("re"), theCase(), SUMMER, WORKER)))
                .given(told(but(closed(), "commandId", command("closed again"))))
                .given(told(new DeathNoted(command("death"), theCase(), SUMMER, WORKER)))
                .when(session(valueTold("calm")))
                .expectRecorded();
    }

    private static CaseId theCase() {
        return org.refocusrecord.command.example.Cast.CASE;
    }

    @Test
    void names_coordinators() {
        var assigned =
                new CareCoordinatorAssigned(
                        command("coordinator"),
                        theCase(),
                        org.refocusrecord.command.example.Cast.WORKER_ID,
                        CoordinatorRole.KEY_WORKER,
                        SUMMER,
                        WORKER);

        assertThat(record().when(told(assigned)).events()).containsExactly(assigned);
    }

    @Test
    void names_people_by_their_ids_since_there_is_no_session() {
        CaseClosed closure =
                record().when(told(but(closed(), "decidedBy", List.of(THE_PERSON, WORKER))))
                        .last(CaseClosed.class);

        assertThat(closure.decidedBy()).containsExactly(PERSON, WORKER);
        record().when(told(but(closed(), "decidedBy", List.of(THE_WORKER, STRANGER))))
                .expectRefusedFor("/decidedBy/0 party.unknown", "/decidedBy/1 party.unknown");
    }

    @Test
    void points_to_a_crisis_plan() {
        var plan =
                new CrisisPlanNoted(
                        command("plan"),
                        theCase(),
                        true,
                        SUMMER,
                        List.of(THE_PERSON, CARER, PERSON),
                        null,
                        WORKER);

        record().when(told(plan)).expectRefused("/madeWith/2", "party.twice");
        record().when(told(but(plan, "madeWith", List.of(THE_PERSON, CARER)))).expectRecorded();
    }

    @Test
    void follows_the_case_from_team_to_team() {
        CaseExample moved = record().given(told(transferred("north", SUMMER)));
        Instant midnight = SUMMER.atStartOfDay(LONDON).toInstant();

        assertThat(moved.state().teamAt(midnight)).contains(NORTH);
        assertThat(moved.state().teamAt(midnight.minusNanos(1))).contains(TEAM);
    }

    @Test
    void follows_the_case_as_corrected() {
        CaseExample moved = record().given(told(transferred("north", SUMMER)));
        Instant midnight = SUMMER.atStartOfDay(LONDON).toInstant();
        moved.given(
                amended(
                        "c",
                        command("transfer to north"),
                        but(transferred("north", SUMMER.plusDays(1)), "toTeamId", NORTH)));
        assertThat(moved.state().teamAt(midnight)).contains(TEAM);

        moved.given(marked("back", command("c")), marked("slip", command("transfer to north")));

        assertThat(moved.state().teamAt(midnight.plusSeconds(999_999))).contains(TEAM);
    }

    @Test
    void says_who_it_was_as_it_was_when_corrected() {
        EntryAmended correction =
                record().given(told(closed()))
                        .when(
                                amended(
                                        "c",
                                        command("closure"),
                                        but(closed(), "decidedBy", List.of(THE_PERSON))))
                        .last(EntryAmended.class);

        assertThat(((CaseClosed) correction.replacement()).decidedBy()).containsExactly(PERSON);
    }

    @Test
    void keeps_the_person_and_the_trust() {
        CaseOpened other =
                but(
                        but(opened(), "trust", "OXLEAS"),
                        "serviceUserId",
                        new ServiceUserId(id("stranger")));

        record().when(amended("c", command("opening"), other))
                .expectRefusedFor(
                        "/replacement/serviceUserId replacement.not-the-same",
                        "/replacement/trust replacement.not-the-same");
    }

    @Test
    void opens_on_another_day_after_all_whatever_was_held_before_it() {
        record().given(session(valueTold("calm")))
                .when(amended("c", command("opening"), but(opened(), "openedOn", SUMMER)))
                .expectRecorded();
    }

    @Test
    void was_not_opened_in_error_while_anything_rests_on_it() {
        CaseExample used = record().given(session("one", valueTold("calm")), told(closed()));

        var outcome = used.when(marked("c", command("opening")));

        outcome.expectRefused("/target", "entry.others-rest-on-it");
        assertThat(outcome.decision().toString())
                .contains(org.refocusrecord.command.example.Meeting.sessionId("one").toString())
                .contains(command("closure").toString())
                .doesNotContain(
                        org.refocusrecord.command.example.Goals.entry("told calm").toString());
    }
}
