package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ProjectId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.CaptureMode;
import org.refocusrecord.events.team.ImplementationScheme;
import org.refocusrecord.events.team.Leadership;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.ProjectInitiator;
import org.refocusrecord.events.team.ProjectParticipants;
import org.refocusrecord.events.team.ProjectStage;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.events.team.TeamType;
import org.refocusrecord.events.team.Wave;
import org.refocusrecord.query.projection.ReadPoint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One team as it stood.
 *
 * @param trust null, as all that is told by its registration, while that was not known or is in
 *     error
 * @param day the day that "now" means in this answer
 * @param position the last position known
 * @param roster all who were ever in it, from when to when
 * @param allocations to the arms of studies, in the order of the line
 * @param projects each as it was last said to be
 */
public record Team(
        TeamId teamId,
        @Nullable String trust,
        @Nullable String name,
        @Nullable TeamType officialType,
        @Nullable TeamType selfReportedType,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        LocalDate day,
        long position,
        List<Membership> roster,
        List<Allocation> allocations,
        List<Project> projects) {

    /** An allocation to an arm of a study. */
    public record Allocation(
            StudyId studyId,
            Arm arm,
            @Nullable Wave wave,
            LocalDate startsOn,
            @Nullable ImplementationScheme implementationScheme,
            @Nullable CaptureMode captureMode) {}

    /** A partnership project. */
    public record Project(
            ProjectId projectId,
            String title,
            ProjectStage stage,
            ProjectStatus status,
            @Nullable ProjectInitiator initiatedBy,
            LocalDate on,
            @Nullable List<Leadership> led,
            @Nullable ProjectParticipants participants) {}

    /** The team as the line tells it. */
    public static Team of(TeamLine line, ReadPoint point) {
        TeamRegistered known = line.registered();
        return new Team(
                line.teamId(),
                known == null ? null : known.trust(),
                known == null ? null : known.name(),
                known == null ? null : known.officialType(),
                known == null ? null : known.selfReportedType(),
                point.asOf(),
                point.knownAt(),
                point.day(),
                point.position(),
                TeamRoster.of(line).memberships(),
                line.of(TeamAllocated.class).stream().map(Team::allocation).toList(),
                projects(line));
    }

    private static Allocation allocation(TeamAllocated allocated) {
        return new Allocation(
                allocated.studyId(),
                allocated.arm(),
                allocated.wave(),
                allocated.startsOn(),
                allocated.implementationScheme(),
                allocated.captureMode());
    }

    private static List<Project> projects(TeamLine line) {
        Map<ProjectId, PartnershipProjectMoved> latest = new LinkedHashMap<>();
        for (PartnershipProjectMoved moved : line.of(PartnershipProjectMoved.class)) {
            latest.put(moved.projectId(), moved);
        }
        return latest.values().stream().map(Team::project).toList();
    }

    private static Project project(PartnershipProjectMoved moved) {
        return new Project(
                moved.projectId(),
                moved.title(),
                moved.stage(),
                moved.status(),
                moved.initiatedBy(),
                moved.on(),
                moved.led(),
                moved.participants());
    }
}
