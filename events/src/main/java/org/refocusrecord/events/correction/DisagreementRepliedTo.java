package org.refocusrecord.events.correction;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

/** Somebody replied to a disagreement. */
@EventType(
        name = "entry.disagreement-replied-to",
        revision = 1,
        door = "reply",
        meaning = "Somebody replied to a disagreement.")
public record DisagreementRepliedTo(
        CommandId commandId,
        CaseId caseId,
        CommandId disagreementId,
        Person party,
        Words words,
        Person recordedBy)
        implements CorrectionEvent {}
