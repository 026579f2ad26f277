package org.refocusrecord.events.study;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;

/** Something recorded about a study should never have been recorded. */
@EventType(
        name = "entry.marked-in-error",
        revision = 1,
        door = "study-correction",
        where = "kind=ENTERED_IN_ERROR",
        meaning = "Something recorded about a study should never have been recorded.")
public record StudyEntryMarkedInError(
        CommandId commandId,
        StudyId studyId,
        AnyId target,
        @Nullable CorrectionCause because,
        String reason,
        @Nullable Person confirmedBy,
        Person recordedBy)
        implements StudyEvent {}
