package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.shape.Happened;
import org.refocusrecord.events.shape.Within;

import java.time.LocalDate;
import java.util.List;

/**
 * A session that helps a team to put the intervention into practice was held, and who attended.
 *
 * <p>{@code units}: half a day is one unit, a full day two.
 */
@EventType(
        name = "team.implementation-session-held",
        revision = 1,
        door = "implementation-session",
        meaning =
                "A session that helps a team to put the intervention into practice was "
                        + "held, and who attended.")
public record ImplementationSessionHeld(
        CommandId commandId,
        TeamId teamId,
        ImplementationKind kind,
        @Happened LocalDate occurredOn,
        @Within(min = 0, max = 100) @Nullable Integer units,
        @Within(min = 1, max = 1440) @Nullable Integer minutes,
        @Nullable List<Facilitator> facilitators,
        @Nullable Boolean livedExperienceFacilitator,
        @Nullable List<Component> covered,
        @Nullable Boolean rolePlayed,
        List<Attendance> attendance,
        Person recordedBy)
        implements TeamEvent {}
