package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.ProjectId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.Attendance;
import org.refocusrecord.events.team.AttendanceState;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.DataGapKind;
import org.refocusrecord.events.team.ImplementationKind;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.Profession;
import org.refocusrecord.events.team.ProjectStage;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffLeft;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.events.team.TeamType;
import org.refocusrecord.query.projection.StoryLog;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Tells the story of one team. */
public final class TeamStory {

    public static final StudyId STUDY = new StudyId(new UUID(8, 1));
    public static final TeamId TEAM = team(1);

    private final StoryLog log;
    private final TeamId team;

    public TeamStory() {
        this(new StoryLog(), TEAM);
    }

    /** The story of a team in a log that tells of others too. */
    public TeamStory(StoryLog log, TeamId team) {
        this.log = log;
        this.team = team;
        say(
                id ->
                        new TeamRegistered(
                                id, team, "SLAM", "North", TeamType.RECOVERY, null, StoryLog.ADMIN),
                null);
    }

    public static TeamId team(int n) {
        return new TeamId(new UUID(2, n));
    }

    public static WorkerId worker(int n) {
        return new WorkerId(new UUID(3, n));
    }

    public StoryLog log() {
        return log;
    }

    public TeamStory recordedAt(String instant) {
        log.recordedAt(instant);
        return this;
    }

    private CommandId say(Function<CommandId, TeamEvent> fact, @Nullable LocalDate on) {
        CommandId id = log.nextCommand();
        log.record("team/" + team, id, fact.apply(id), on);
        return id;
    }

    public CommandId joined(int worker, String on) {
        return joined(worker, on, StaffRole.CLINICIAN, Profession.NURSE);
    }

    public CommandId joined(
            int worker, String on, StaffRole role, @Nullable Profession profession) {
        return say(id -> join(id, worker, on, role, profession), LocalDate.parse(on));
    }

    public StaffJoined join(
            CommandId id, int worker, String on, StaffRole role, @Nullable Profession profession) {
        return new StaffJoined(
                id, team, worker(worker), profession, role, LocalDate.parse(on), StoryLog.ADMIN);
    }

    public CommandId left(int worker, String on) {
        LocalDate day = LocalDate.parse(on);
        return say(
                id ->
                        new StaffLeft(
                                id,
                                team,
                                worker(worker),
                                null,
                                StaffRole.CLINICIAN,
                                day,
                                StoryLog.ADMIN),
                day);
    }

    public CommandId allocated(Arm arm, String startsOn) {
        LocalDate day = LocalDate.parse(startsOn);
        return say(
                id ->
                        new TeamAllocated(
                                id, team, STUDY, arm, null, day, null, null, StoryLog.ADMIN),
                day);
    }

    public CommandId held(ImplementationKind kind, String on, Attendance... attendance) {
        LocalDate day = LocalDate.parse(on);
        return say(
                id ->
                        new ImplementationSessionHeld(
                                id,
                                team,
                                kind,
                                day,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(attendance),
                                StoryLog.ADMIN),
                day);
    }

    public static Attendance attended(int worker, AttendanceState state) {
        return new Attendance(Party.STAFF, worker(worker).toString(), state, null);
    }

    public static Attendance caughtUp(int worker, String on) {
        return new Attendance(
                Party.STAFF,
                worker(worker).toString(),
                AttendanceState.CAUGHT_UP_LATER,
                LocalDate.parse(on));
    }

    public CommandId project(int project, ProjectStatus status, String on) {
        LocalDate day = LocalDate.parse(on);
        return say(
                id ->
                        new PartnershipProjectMoved(
                                id,
                                team,
                                new ProjectId(new UUID(9, project)),
                                "Garden " + project,
                                ProjectStage.ORGANISING,
                                status,
                                null,
                                day,
                                null,
                                null,
                                StoryLog.ADMIN),
                day);
    }

    public CommandId gap(DataGapKind kind, String from, String to) {
        LocalDate day = LocalDate.parse(from);
        return say(
                id ->
                        new DataGapDeclared(
                                id,
                                team,
                                kind,
                                day,
                                LocalDate.parse(to),
                                "the laptop was stolen",
                                StoryLog.ADMIN),
                day);
    }

    public CommandId amended(CommandId target, TeamEvent replacement) {
        EventShape shape = EventShape.of(replacement);
        return say(
                id ->
                        new TeamEntryAmended(
                                id,
                                team,
                                any(target),
                                null,
                                "a slip",
                                shape.name().name(),
                                shape.name().revision(),
                                replacement,
                                null,
                                StoryLog.ADMIN),
                null);
    }

    public CommandId inError(CommandId target) {
        return say(
                id ->
                        new TeamEntryMarkedInError(
                                id, team, any(target), null, "not so", null, StoryLog.ADMIN),
                null);
    }

    private static AnyId any(Id id) {
        return new AnyId(id.value());
    }

    public TeamHistory history() {
        return TeamHistory.of(log.stream("team/" + team), StoryLog.LONDON);
    }

    /** All there is, as it is known now. */
    public TeamLine line() {
        return history().as(null, null);
    }

    /** What had happened by the end of a day. */
    public TeamLine asOf(String day) {
        return history()
                .as(
                        LocalDate.parse(day)
                                .plusDays(1)
                                .atStartOfDay(StoryLog.LONDON)
                                .toInstant()
                                .minusNanos(1000),
                        null);
    }
}
