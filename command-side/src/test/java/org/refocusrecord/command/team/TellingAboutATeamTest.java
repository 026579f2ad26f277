package org.refocusrecord.command.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.WORKER_ID;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Postings.byAdministrator;
import static org.refocusrecord.command.example.Postings.ifMatch;
import static org.refocusrecord.command.example.TeamExample.joined;
import static org.refocusrecord.command.example.TeamExample.left;
import static org.refocusrecord.command.example.TeamExample.marked;
import static org.refocusrecord.command.example.TeamExample.nothing;
import static org.refocusrecord.command.example.TeamExample.registered;
import static org.refocusrecord.command.example.TeamExample.team;
import static org.refocusrecord.command.example.TeamExample.today;
import static org.refocusrecord.command.example.TeamExample.told;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Decision.Accepted;
import org.refocusrecord.command.example.Ratings;
import org.refocusrecord.command.example.TeamExample;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.rating.RaterRole;
import org.refocusrecord.events.team.Attendance;
import org.refocusrecord.events.team.AttendanceState;
import org.refocusrecord.events.team.ImplementationKind;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.TeamMeasureAnswered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

class TellingAboutATeamTest {

    private static final LocalDate SUMMER = LocalDate.of(2012, 7, 1);

    static ImplementationSessionHeld training(Person... people) {
        List<Attendance> attendance =
                Arrays.stream(people)
                        .map(who ->
                                new Attendance(
                                        who.party(), who.id(), AttendanceState.PRESENT_FULL, null))
                        .toList();
        return new ImplementationSessionHeld(
                command("training"),
                TEAM,
                ImplementationKind.PERSONAL_RECOVERY_TRAINING,
                SUMMER,
                null,
                null,
                null,
                null,
                null,
                null,
                attendance,
                WORKER);
    }

    static TeamMeasureAnswered measured(String name) {
        return new TeamMeasureAnswered(
                command(name),
                TEAM,
                new MeasureId(id("team measure")),
                "RSA",
                "STAFF_36",
                RaterRole.STAFF,
                SUMMER,
                null,
                Ratings.answers("A1", 5),
                WORKER);
    }

    @Test
    void begins_with_its_registration() {
        nothing().when(told(registered())).expectRecorded();
        nothing().when(told(joined("in", SUMMER, WORKER))).expectRefused("", "team.unknown");
    }

    @Test
    void registers_a_team_once() {
        team().when(told(but(registered(), "commandId", command("again"))))
                .expectRefused("/teamId", "id.taken");
        team().when(told(registered())).expectRefusedFor("/commandId id.taken", "/teamId id.taken");
    }

    @Test
    void keeps_a_team_there_that_is_in_error() {
        team().given(marked("slip", command("registration"), byAdministrator()))
                .when(told(joined("in", SUMMER, WORKER)))
                .expectRecorded();
    }

    @Test
    void stands_at_the_start_of_its_day() {
        var decision = team().when(told(joined("in", SUMMER, WORKER))).decision();

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted ->
                                assertThat(accepted.events().getFirst().occurredAt())
                                        .isEqualTo(Instant.parse("2012-06-30T23:00:00Z")));
    }

    @Test
    void names_everybody_who_attended_once() {
        team().when(told(training(WORKER))).expectRecorded();
        team().when(told(training(WORKER, ADMINISTRATOR, WORKER)))
                .expectRefused("/attendance/2", "party.twice");
        team().when(told(training(Person.theOnly(Party.STAFF))))
                .expectRefused("/attendance/0", "party.id-missing");
    }

    @Test
    void names_whoever_records_it() {
        team().when(told(but(training(WORKER), "recordedBy", Person.theOnly(Party.STAFF))))
                .expectRefused("/recordedBy", "party.unknown");
    }

    @Test
    void measures_under_an_id_that_is_new() {
        team().given(told(measured("first")))
                .when(told(measured("second")))
                .expectRefused("/measureId", "id.taken");
    }

    @Test
    void is_refused_where_the_record_has_moved_on_and_for_nothing_else() {
        team().when(told(registered(), ifMatch(byAdministrator(), 9)))
                .expectRefused("/If-Match", "version.stale");
    }

    @Test
    void knows_the_roster_from_the_first_day_to_the_last() {
        TeamExample staffed =
                team().given(
                                told(joined("in", SUMMER, WORKER)),
                                told(left("out", SUMMER.plusDays(9), WORKER)));

        assertThat(isOn(staffed, SUMMER.minusDays(1))).isFalse();
        assertThat(isOn(staffed, SUMMER)).isTrue();
        assertThat(isOn(staffed, SUMMER.plusDays(9))).isTrue();
        assertThat(isOn(staffed, SUMMER.plusDays(10))).isFalse();
    }

    private static boolean isOn(TeamExample example, LocalDate day) {
        return example.state().isOnRoster(WORKER_ID, day);
    }

    @Test
    void knows_the_roster_when_it_was_told_out_of_order() {
        TeamExample staffed =
                team().given(
                                told(joined("again", SUMMER.plusDays(10), WORKER)),
                                told(left("out", SUMMER.plusDays(9), WORKER)),
                                told(joined("in", SUMMER, WORKER)));

        assertThat(isOn(staffed, SUMMER.plusDays(10))).isTrue();
        assertThat(isOn(staffed, SUMMER.plusDays(9))).isTrue();
    }

    @Test
    void knows_the_roster_of_whoever_came_back_on_the_last_day() {
        TeamExample staffed =
                team().given(
                                told(joined("in", SUMMER, WORKER)),
                                told(left("out", SUMMER.plusDays(9), WORKER)),
                                told(joined("again", SUMMER.plusDays(9), WORKER)));

        assertThat(isOn(staffed, today().plusYears(1))).isTrue();
    }

    @Test
    void knows_nobody_who_left_without_having_joined() {
        TeamExample staffed = team().given(told(left("out", SUMMER, WORKER)));

        assertThat(isOn(staffed, SUMMER)).isFalse();
    }
}
