package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.rating.Occasion;
import org.refocusrecord.events.rating.RaterRole;
import org.refocusrecord.events.shape.Code;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;

/** A questionnaire about a team was answered. */
@EventType(
        name = "team.measure-answered",
        revision = 1,
        door = "team-measure",
        meaning = "A questionnaire about a team was answered.")
public record TeamMeasureAnswered(
        CommandId commandId,
        TeamId teamId,
        MeasureId measureId,
        @Code("[A-Z][A-Z0-9_]{0,39}") String measure,
        @Code("[A-Za-z0-9._-]{1,40}") @Nullable String version,
        RaterRole raterRole,
        @Happened LocalDate on,
        @Nullable Occasion occasion,
        Answers answers,
        Person recordedBy)
        implements TeamEvent {}
