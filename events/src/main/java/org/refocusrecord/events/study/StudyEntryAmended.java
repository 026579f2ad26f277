package org.refocusrecord.events.study;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.shape.Derived;

/** A mistake in something recorded about a study was mended: it should read so. */
@EventType(
        name = "entry.amended",
        revision = 1,
        door = "study-correction",
        where = "kind=AMENDED",
        meaning =
                "A mistake in something recorded about a study was mended: it should read " + "so.")
public record StudyEntryAmended(
        CommandId commandId,
        StudyId studyId,
        AnyId target,
        @Nullable CorrectionCause because,
        String reason,
        @Derived String eventType,
        @Derived Integer eventRevision,
        StudyEvent replacement,
        @Nullable Person confirmedBy,
        Person recordedBy)
        implements StudyEvent {}
