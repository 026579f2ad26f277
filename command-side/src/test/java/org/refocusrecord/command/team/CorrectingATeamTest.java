package org.refocusrecord.command.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.STUDY;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.WORKER_ID;
import static org.refocusrecord.command.example.Cast.id;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Postings.byAdministrator;
import static org.refocusrecord.command.example.Postings.byColleague;
import static org.refocusrecord.command.example.Postings.byLeader;
import static org.refocusrecord.command.example.Postings.byPerson;
import static org.refocusrecord.command.example.Postings.byWorker;
import static org.refocusrecord.command.example.TeamExample.amended;
import static org.refocusrecord.command.example.TeamExample.joined;
import static org.refocusrecord.command.example.TeamExample.left;
import static org.refocusrecord.command.example.TeamExample.marked;
import static org.refocusrecord.command.example.TeamExample.registered;
import static org.refocusrecord.command.example.TeamExample.team;
import static org.refocusrecord.command.example.TeamExample.told;
import static org.refocusrecord.command.team.TellingAboutATeamTest.measured;
import static org.refocusrecord.command.team.TellingAboutATeamTest.training;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.TeamExample;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamMeasureAnswered;

import java.time.LocalDate;

class CorrectingATeamTest {

    private static final LocalDate SUMMER = LocalDate.of(2012, 7, 1);

    private static TeamExample staffed() {
        return team().given(told(joined("in", SUMMER, WORKER), byLeader()));
    }

    @Test
    void reads_otherwise_afterwards() {
        TeamExample later =
                staffed()
                        .given(
                                amended(
                                        "c",
                                        command("in"),
                                        byLeader(),
                                        joined("in", SUMMER.plusDays(1), WORKER)));

        assertThat(later.state().isOnRoster(WORKER_ID, SUMMER)).isFalse();
        assertThat(
                        later.given(marked("back", command("c"), byAdministrator()))
                                .state()
                                .isOnRoster(WORKER_ID, SUMMER))
                .isTrue();
    }

    @Test
    void takes_out_what_was_an_error() {
        TeamExample none = staffed().given(marked("c", command("in"), byLeader()));

        assertThat(none.state().isOnRoster(WORKER_ID, SUMMER)).isFalse();
        none.when(amended("d", command("in"), byLeader(), joined("in", SUMMER, WORKER)))
                .expectRefused("/target", "entry.in-error");
    }

    @Test
    void needs_something_that_is_there() {
        team().when(marked("c", command("in"), byAdministrator()))
                .expectRefused("/target", "reference.unknown");
    }

    @Test
    void is_not_amended_itself() {
        staffed()
                .given(marked("c", command("in"), byAdministrator()))
                .when(amended("d", command("c"), byAdministrator(), registered()))
                .expectRefused("/target", "reference.wrong-kind");
    }

    @Test
    void keeps_joining_apart_from_leaving() {
        staffed()
                .when(amended("c", command("in"), byLeader(), left("in", SUMMER, WORKER)))
                .expectRefused("/replacement/change", "replacement.not-the-same");
    }

    @Test
    void keeps_the_trust() {
        team().when(
                        amended(
                                "c",
                                command("registration"),
                                byAdministrator(),
                                but(registered(), "trust", "OXLEAS")))
                .expectRefused("/replacement/trust", "replacement.not-the-same");
    }

    @Test
    void names_everybody_like_something_new() {
        team().given(told(training(WORKER)))
                .when(
                        amended(
                                "c",
                                command("training"),
                                byAdministrator(),
                                training(WORKER, WORKER)))
                .expectRefused("/replacement/attendance/1", "party.twice");
    }

    @Test
    void may_allocate_to_another_study() {
        TeamAllocated allocated =
                new TeamAllocated(
                        command("allocation"),
                        TEAM,
                        STUDY,
                        Arm.CONTROL,
                        null,
                        SUMMER,
                        null,
                        null,
                        ADMINISTRATOR);
        team().given(told(allocated))
                .when(
                        amended(
                                "c",
                                command("allocation"),
                                byAdministrator(),
                                but(allocated, "studyId", new StudyId(id("other study")))))
                .expectRecorded();
    }

    @Test
    void keeps_answers_that_stay() {
        TeamMeasureAnswered kept = but(measured("m"), "answers", new Answers.AsBefore());

        TeamEntryAmended correction =
                team().given(told(measured("m")))
                        .when(amended("c", command("m"), byAdministrator(), kept))
                        .last(TeamEntryAmended.class);

        assertThat(((TeamMeasureAnswered) correction.replacement()).answers())
                .isEqualTo(measured("m").answers());
    }

    @Test
    void is_for_leaders_and_authors_of_what_staff_recorded() {
        TeamExample staffed = staffed();

        staffed.when(marked("c", command("in"), byLeader())).expectRecorded();
        staffed.when(marked("c", command("in"), byWorker())).expectRecorded();
        staffed.when(marked("c", command("in"), byAdministrator())).expectRecorded();
        staffed.when(marked("c", command("in"), byColleague()))
                .expectRefused("/target", "role.not-enough");
        staffed.when(marked("c", command("in"), byPerson()))
                .expectRefused("/target", "role.not-enough");
    }

    @Test
    void is_for_administrators_of_what_an_administrator_recorded() {
        TeamExample staffed = team().given(told(joined("in", SUMMER, ADMINISTRATOR)));

        staffed.when(marked("c", command("in"), byLeader()))
                .expectRefused("/target", "role.not-enough");
        staffed.when(marked("c", command("registration"), byLeader()))
                .expectRefused("/target", "role.not-enough");
    }
}
