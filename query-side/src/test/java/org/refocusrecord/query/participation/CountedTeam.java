package org.refocusrecord.query.participation;

import static org.refocusrecord.query.team.TeamStory.attended;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.Attendance;
import org.refocusrecord.events.team.AttendanceState;
import org.refocusrecord.events.team.ImplementationKind;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.query.projection.Days;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.TeamStory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A team whose participation is counted: its story, and what is known of its cases. */
final class CountedTeam {

    static final TeamId ELSEWHERE = TeamStory.team(2);

    final TeamStory team = new TeamStory();
    private final List<Stay> stays = new ArrayList<>();
    private final List<PracticeDay> practiceDays = new ArrayList<>();

    CountedTeam(String startsOn) {
        this(startsOn, Arm.INTERVENTION);
    }

    CountedTeam(String startsOn, Arm arm) {
        team.allocated(arm, startsOn);
    }

    /** Workers 1 to n are on the roster from a day on. */
    CountedTeam staffed(int n, String from) {
        IntStream.rangeClosed(1, n).forEach(worker -> team.joined(worker, from));
        return this;
    }

    /** A session at which workers 1 to n were all the time. */
    CommandId held(ImplementationKind kind, String on, int n) {
        return team.held(
                kind,
                on,
                IntStream.rangeClosed(1, n)
                        .mapToObj(worker -> attended(worker, AttendanceState.PRESENT_FULL))
                        .toArray(Attendance[]::new));
    }

    static ServiceUserId person(int n) {
        return new ServiceUserId(new UUID(4, n));
    }

    CountedTeam stay(int person, String from, String to) {
        return stay(person, TeamStory.TEAM, from, to);
    }

    CountedTeam stay(int person, TeamId with, String from, String to) {
        Days days = new Days(LocalDate.parse(from), LocalDate.parse(to));
        stays.add(new Stay(person(person), with, days));
        return this;
    }

    CountedTeam practised(int person, Practice practice, String on) {
        return practised(person, practice, on, TeamStory.TEAM, true);
    }

    CountedTeam practised(
            int person, Practice practice, String on, @Nullable TeamId with, boolean withPerson) {
        practiceDays.add(
                new PracticeDay(
                        new CaseId(new UUID(1, person)),
                        person(person),
                        LocalDate.parse(on),
                        practice,
                        with,
                        withPerson));
        return this;
    }

    Participation on(String day) {
        return on(day, ParticipationPolicy.PARTICIPATION_1);
    }

    Participation on(String day, ParticipationPolicy policy) {
        return Participation.of(
                policy,
                team.asOf(day),
                new CaseFacts(stays, practiceDays),
                new ReadPoint(null, null, LocalDate.parse(day), 99));
    }

    PartCount part(Part part, String day) {
        return on(day).parts().stream()
                .filter(count -> count.part() == part)
                .findFirst()
                .orElseThrow();
    }

    /** A part as "numerator of denominator", rounded as shown. */
    String shown(Part part, String day) {
        PartCount count = part(part, day);
        return count.numerator().shown().toPlainString()
                + " of "
                + count.denominator().shown().toPlainString();
    }
}
