package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.ADMINISTRATOR;
import static org.refocusrecord.eventlog.contracts.Cast.STUDY;
import static org.refocusrecord.eventlog.contracts.Cast.TEAM;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER_ID;
import static org.refocusrecord.eventlog.contracts.Cast.command;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.ProjectId;
import org.refocusrecord.events.rating.Occasion;
import org.refocusrecord.events.rating.RaterRole;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.Attendance;
import org.refocusrecord.events.team.AttendanceState;
import org.refocusrecord.events.team.CaptureMode;
import org.refocusrecord.events.team.Component;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.DataGapKind;
import org.refocusrecord.events.team.Facilitator;
import org.refocusrecord.events.team.ImplementationKind;
import org.refocusrecord.events.team.ImplementationScheme;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.Leadership;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.Profession;
import org.refocusrecord.events.team.ProjectInitiator;
import org.refocusrecord.events.team.ProjectParticipants;
import org.refocusrecord.events.team.ProjectStage;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.events.team.Rater;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffLeft;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamMeasureAnswered;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.events.team.TeamType;
import org.refocusrecord.events.team.Wave;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A team: who works in it, and what it did in a study. */
final class ExampleTeams {

    private ExampleTeams() {}

    static List<Event> all() {
        return Stream.of(team(), work(), corrections()).flatMap(List::stream).toList();
    }

    private static List<Event> team() {
        return List.of(
                new TeamRegistered(
                        command(21),
                        TEAM,
                        "EXAMPLE",
                        "Example Recovery Team",
                        TeamType.RECOVERY,
                        TeamType.REHABILITATION,
                        ADMINISTRATOR),
                new StaffJoined(
                        command(22),
                        TEAM,
                        WORKER_ID,
                        Profession.NURSE,
                        StaffRole.CLINICIAN,
                        LocalDate.parse("2011-09-01"),
                        WORKER),
                staffLeft("2013-03-31"),
                new TeamAllocated(
                        command(24),
                        TEAM,
                        STUDY,
                        Arm.INTERVENTION,
                        new Wave("Example Borough", 2),
                        LocalDate.parse("2012-01-09"),
                        ImplementationScheme.TRIAL_2011,
                        CaptureMode.FULL,
                        ADMINISTRATOR));
    }

    private static StaffLeft staffLeft(String on) {
        return new StaffLeft(
                command(23),
                TEAM,
                WORKER_ID,
                Profession.NURSE,
                StaffRole.CLINICIAN,
                LocalDate.parse(on),
                WORKER);
    }

    private static List<Event> work() {
        return List.of(
                new ImplementationSessionHeld(
                        command(25),
                        TEAM,
                        ImplementationKind.COACHING_TRAINING,
                        LocalDate.parse("2012-02-06"),
                        2,
                        360,
                        List.of(Facilitator.COACH, Facilitator.LIVED_EXPERIENCE_TRAINER),
                        true,
                        List.of(Component.RPR_COACHING, Component.WP3),
                        true,
                        List.of(
                                new Attendance(
                                        Party.STAFF,
                                        WORKER.id(),
                                        AttendanceState.CAUGHT_UP_LATER,
                                        LocalDate.parse("2012-02-20"))),
                        WORKER),
                new PartnershipProjectMoved(
                        command(26),
                        TEAM,
                        ProjectId.of(Cast.id("f", 11)),
                        "A kitchen garden",
                        ProjectStage.PLANNING,
                        ProjectStatus.PLANNED,
                        ProjectInitiator.SERVICE_USERS,
                        LocalDate.parse("2012-04-11"),
                        List.of(new Leadership(ProjectInitiator.JOINT, Rater.SERVICE_USER)),
                        new ProjectParticipants(3, 5, 1),
                        WORKER),
                new TeamMeasureAnswered(
                        command(27),
                        TEAM,
                        MeasureId.of(Cast.id("f", 12)),
                        "RSA",
                        "STAFF_36",
                        RaterRole.STAFF,
                        LocalDate.parse("2012-01-20"),
                        Occasion.BASELINE,
                        ExampleCoaching.given(
                                Map.of(
                                        "A1", new Answers.Level(4),
                                        "A2", new Answers.Coded("DONT_KNOW"))),
                        WORKER),
                new DataGapDeclared(
                        command(28),
                        TEAM,
                        DataGapKind.TEAM_REFLECTION,
                        LocalDate.parse("2012-05-01"),
                        LocalDate.parse("2012-05-31"),
                        "The minutes of May were lost in a move.",
                        WORKER));
    }

    private static List<Event> corrections() {
        return List.of(
                new TeamEntryAmended(
                        command(29),
                        TEAM,
                        AnyId.of(command(23).toString()),
                        CorrectionCause.MISTAKE,
                        "The last day was a month earlier.",
                        "team.staff-left",
                        1,
                        staffLeft("2013-02-28"),
                        WORKER,
                        WORKER),
                new TeamEntryMarkedInError(
                        command(30),
                        TEAM,
                        AnyId.of(command(28).toString()),
                        CorrectionCause.DUPLICATE,
                        "The minutes were found.",
                        WORKER,
                        WORKER));
    }
}
