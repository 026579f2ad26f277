package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ProjectId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;
import java.util.List;

/** How far a joint project of staff and service users has come, and who leads it. */
@EventType(
        name = "team.partnership-project-moved",
        revision = 1,
        door = "partnership-project",
        meaning =
                "How far a joint project of staff and service users has come, and who leads "
                        + "it.")
public record PartnershipProjectMoved(
        CommandId commandId,
        TeamId teamId,
        ProjectId projectId,
        String title,
        ProjectStage stage,
        ProjectStatus status,
        @Nullable ProjectInitiator initiatedBy,
        @Happened LocalDate on,
        @Nullable List<Leadership> led,
        @Nullable ProjectParticipants participants,
        Person recordedBy)
        implements TeamEvent {}
