package org.refocusrecord.events.correction;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Text;

/**
 * An administrator asked that words be forgotten, on these grounds.
 *
 * <p>{@code authority}: a reference number, plain.
 */
@EventType(
        name = "words.erasure-asked",
        revision = 1,
        door = "erasure",
        meaning = "An administrator asked that words be forgotten, on these grounds.")
public record WordsErasureAsked(
        CommandId commandId,
        CaseId caseId,
        ErasureScope scope,
        @Nullable AnyId target,
        ErasureGrounds grounds,
        @Text(max = 200) String authority,
        Person recordedBy)
        implements CorrectionEvent {}
