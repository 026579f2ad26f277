package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;

/** Something recorded about a team should never have been recorded. */
@EventType(
        name = "entry.marked-in-error",
        revision = 1,
        door = "team-correction",
        where = "kind=ENTERED_IN_ERROR",
        meaning = "Something recorded about a team should never have been recorded.")
public record TeamEntryMarkedInError(
        CommandId commandId,
        TeamId teamId,
        AnyId target,
        @Nullable CorrectionCause because,
        String reason,
        @Nullable Person confirmedBy,
        Person recordedBy)
        implements TeamEvent {}
