package org.refocusrecord.events.correction;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;

/** A second administrator approved, and the keys of the words were destroyed. */
@EventType(
        name = "words.erased",
        revision = 1,
        door = "erasure-approval",
        meaning = "A second administrator approved, and the keys of the words were destroyed.")
public record WordsErased(
        CommandId commandId, CaseId caseId, CommandId erasureId, Person recordedBy)
        implements CorrectionEvent {}
