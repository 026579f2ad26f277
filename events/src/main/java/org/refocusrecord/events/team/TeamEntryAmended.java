package org.refocusrecord.events.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.shape.Derived;

/** A mistake in something recorded about a team was mended: it should read so. */
@EventType(
        name = "entry.amended",
        revision = 1,
        door = "team-correction",
        where = "kind=AMENDED",
        meaning = "A mistake in something recorded about a team was mended: it should read so.")
public record TeamEntryAmended(
        CommandId commandId,
        TeamId teamId,
        AnyId target,
        @Nullable CorrectionCause because,
        String reason,
        @Derived String eventType,
        @Derived Integer eventRevision,
        TeamEvent replacement,
        @Nullable Person confirmedBy,
        Person recordedBy)
        implements TeamEvent {}
