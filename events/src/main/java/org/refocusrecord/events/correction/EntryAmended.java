package org.refocusrecord.events.correction;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.Derived;

/**
 * A mistake in something recorded was mended: it should read so.
 *
 * <p>{@code replacement} is the whole new payload, of the event type named by {@code eventType}.
 * The original stays.
 */
@EventType(
        name = "entry.amended",
        revision = 1,
        door = "correction",
        where = "kind=AMENDED",
        meaning = "A mistake in something recorded was mended: it should read so.")
public record EntryAmended(
        CommandId commandId,
        CaseId caseId,
        AnyId target,
        @Nullable CorrectionCause because,
        Words reason,
        @Derived String eventType,
        @Derived Integer eventRevision,
        CaseEvent replacement,
        @Nullable Person confirmedBy,
        Person recordedBy)
        implements CorrectionEvent {}
