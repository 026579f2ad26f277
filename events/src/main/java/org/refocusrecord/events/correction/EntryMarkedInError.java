package org.refocusrecord.events.correction;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

/** Something recorded should never have been recorded; it is taken out, and stays readable. */
@EventType(
        name = "entry.marked-in-error",
        revision = 1,
        door = "correction",
        where = "kind=ENTERED_IN_ERROR",
        meaning =
                "Something recorded should never have been recorded; it is taken out, and "
                        + "stays readable.")
public record EntryMarkedInError(
        CommandId commandId,
        CaseId caseId,
        AnyId target,
        @Nullable CorrectionCause because,
        Words reason,
        @Nullable Person confirmedBy,
        Person recordedBy)
        implements CorrectionEvent {}
