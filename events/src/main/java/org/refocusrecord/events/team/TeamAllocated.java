package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;

import java.time.LocalDate;

/** A team was allocated to an arm of a study. */
@EventType(
        name = "team.allocated",
        revision = 1,
        door = "allocation",
        meaning = "A team was allocated to an arm of a study.")
public record TeamAllocated(
        CommandId commandId,
        TeamId teamId,
        StudyId studyId,
        Arm arm,
        @Nullable Wave wave,
        LocalDate startsOn,
        @Nullable ImplementationScheme implementationScheme,
        @Nullable CaptureMode captureMode,
        Person recordedBy)
        implements TeamEvent {}
