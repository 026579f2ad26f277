package org.refocusrecord.events.correction;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

/** Somebody sees something recorded otherwise; both views are shown. */
@EventType(
        name = "entry.disagreed-with",
        revision = 1,
        door = "disagreement",
        meaning = "Somebody sees something recorded otherwise; both views are shown.")
public record EntryDisagreedWith(
        CommandId commandId,
        CaseId caseId,
        AnyId target,
        Person party,
        Words words,
        Person recordedBy)
        implements CorrectionEvent {}
